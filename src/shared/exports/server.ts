import * as v from 'valibot';

/** How the server is to write its own export. */
export const serverOptionsSchema = v.object({
  /** One of the server's output formats: an open set. */
  format: v.pipe(v.string(), v.regex(/^[A-Za-z]\w{0,63}$/)),
  /** With the texts of comments, which are to be had in no other way. */
  comments: v.boolean(),
});
export type ServerOptions = v.InferOutput<typeof serverOptionsSchema>;

/** As many sessions are asked for by their ids, which leaves nothing to be misunderstood. */
export const mostIds = 500;

/** What of a query the server cannot be told, or only roughly. */
export const untranslatables = [
  /** Words are searched for by rules of the server's own. */
  'words',
  /** Words for one field alone, and words that must not be there. */
  'fieldWords',
  'notWords',
  'least',
  'technicians',
  'noClient',
  'localClients',
  'exported',
  'sort',
] as const;
export type Untranslatable = (typeof untranslatables)[number];

/** What an export by the server would come to. */
export const serverProspectSchema = v.object({
  /** Its output formats; at least one. */
  formats: v.array(serverOptionsSchema.entries.format),
  /** Sessions that the query finds here. */
  sessions: v.number(),
  /** The server's file may hold other sessions than were found here, on account of these. */
  untranslated: v.array(v.picklist(untranslatables)),
});
export type ServerProspect = v.InferOutput<typeof serverProspectSchema>;

/** The ending of a file the server made, without a dot: what the format is called, as far as that can be one. */
export function serverExtension(format: string): string {
  const ending = format
    .toLowerCase()
    .replaceAll(/[^a-z0-9]/g, '')
    .slice(0, 8);
  return ending === '' ? 'dat' : ending;
}
