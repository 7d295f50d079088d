import * as v from 'valibot';

/** The languages that Tagwerk speaks, and that files are written in. */
export const languageSchema = v.picklist(['de', 'en']);
export type Language = v.InferOutput<typeof languageSchema>;
