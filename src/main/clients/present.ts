import type { Imprint, ImprintCard, Presentation } from '../../shared/clients/imprint.ts';
import { initialsOf } from '../../shared/clients/initials.ts';
import { linksOf } from '../../shared/clients/links.ts';
import type { Person, PersonCard } from '../../shared/clients/person.ts';
import { dialled } from '../../shared/clients/phone.ts';
import { checkVatId } from '../../shared/clients/vat-id.ts';
import { vcardOf } from '../../shared/clients/vcard.ts';

/** A card as it is shown. @param picture a `data:` URL; null lets the initials stand in. */
export function presentImprint(imprint: Imprint, picture: string | null): ImprintCard {
  const { companyName, companyId, email, phone, vatId, address } = imprint;
  const vat = vatId === null ? null : checkVatId(vatId);
  const country = address?.find(({ part }) => part === 'country')?.value ?? vat?.country ?? null;
  const number = phone === null ? null : dialled(phone, countryCode(country));
  const note = [
    ...(vatId === null ? [] : [`USt-IdNr. ${vat?.normal ?? vatId}`]),
    ...(companyId === null ? [] : [`pcvisit ${companyId}`]),
  ];
  return {
    ...imprint,
    vat,
    initials: initialsOf(companyName),
    picture,
    dialled: number,
    links: linksOf({ email, dialled: number, address, vat }),
    vcard: vcardOf({
      fullName: companyName,
      name: null,
      organisation: companyName,
      email,
      phone: number?.e164 ?? phone,
      address,
      note: note.join('\n') || null,
    }),
  };
}

/** @param companyNames names of the person's companies, by uuid. */
export function presentPerson(
  person: Person,
  picture: string | null,
  companyNames: Readonly<Record<string, string>>,
): PersonCard {
  const { firstName, lastName, email, phone, companies } = person;
  const number = phone === null ? null : dialled(phone);
  const fullName = `${firstName} ${lastName}`.trim() || email;
  const [company] = companies;
  const presentation: Presentation = {
    initials: initialsOf(fullName),
    picture,
    dialled: number,
    links: linksOf({ email, dialled: number, address: null, vat: null }),
    vcard: vcardOf({
      fullName,
      name: { family: lastName, given: firstName },
      organisation: (company !== undefined && companyNames[company]) || null,
      email,
      phone: number?.e164 ?? phone,
      address: null,
      note: null,
    }),
  };
  return { ...person, ...presentation, companyNames };
}

/** The API's country is an enum of codes; whatever else came is none. */
function countryCode(country: string | null): string | null {
  return country !== null && /^[A-Z]{2}$/.test(country) ? country : null;
}
