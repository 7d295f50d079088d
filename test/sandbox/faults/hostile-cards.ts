/** What a company may have put into its public card, or its server into an answer. */
export const cardSpells = [
  'markup',
  'long',
  'bidi',
  'script-links',
  'wrong-vat-id',
  'no-phone',
  'endless-picture',
  'huge-picture',
  'svg-picture',
  'html-picture',
  'redirect-loop',
  'local-network',
] as const;
export type CardSpell = (typeof cardSpells)[number];

type Fields = Readonly<Record<string, unknown>>;

const script = '<img src=x onerror="alert(1)"><script>alert(2)</script>';
const bidi = '\u202Egnp.exe\u202C \u2066offen \u200B\u2028Zeile\u0000Ende';

/** Texts of a card that its company chooses freely. */
const texts = ['companyName', 'firstName', 'lastName', 'email', 'phone', 'vatId'];

/**
 * An imprint or a user as a hostile world tells of it.
 *
 * @param origin of this server, where pictures are that are none.
 */
export function bewitchCard<T extends Fields>(card: T, spell: CardSpell, origin: string): T {
  const all = (text: string): T => ({
    ...card,
    ...Object.fromEntries(texts.filter((name) => name in card).map((name) => [name, text])),
    ...(isRecord(card['address']) && {
      address: Object.fromEntries(
        Object.entries(card['address']).map(([name, value]) => [
          name,
          // A country is an enum: GraphQL lets nothing else through.
          name === 'country' || name === 'land' ? value : text,
        ]),
      ),
    }),
  });
  switch (spell) {
    case 'markup':
      return all(script);
    case 'long':
      return all('Straße größer '.repeat(7_143).slice(0, 100_000));
    case 'bidi':
      return all(bidi);
    case 'script-links':
      return { ...all('javascript:alert(document.domain)'), picture: 'javascript:alert(1)' };
    case 'wrong-vat-id':
      return { ...card, vatId: 'DE123456789' };
    case 'no-phone':
      return { ...card, phone: 'auf Anfrage' };
    case 'local-network':
      return pictured(card, 'https://192.168.178.1/router.png');
    case 'endless-picture':
    case 'huge-picture':
    case 'svg-picture':
    case 'html-picture':
    case 'redirect-loop':
      return pictured(card, `${origin}/pictures/hostile/${spell}`);
  }
}

function pictured<T extends Fields>(card: T, picture: string): T {
  return { ...card, isPictureFallback: false, picture };
}

function isRecord(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null;
}
