import * as v from 'valibot';

/** What a text holds as JSON, where it has the shape that is wanted; else null. */
export function readJson<T extends v.GenericSchema>(
  schema: T,
  text: string,
): v.InferOutput<T> | null {
  let value: unknown;
  try {
    value = JSON.parse(text);
  } catch {
    return null;
  }
  const parsed = v.safeParse(schema, value);
  return parsed.success ? parsed.output : null;
}
