/**
 * A link where it leads to a web page over https, else null. The API calls it a URL, and a stranger may have
 * had a hand in it.
 */
export function webLink(link: string | null): string | null {
  return link !== null && URL.canParse(link) && new URL(link).protocol === 'https:' ? link : null;
}
