/** A field of an undocumented type, as discovery found it. */
export interface Field {
  readonly name: string;
  /** The name of its type, wrappings taken off. */
  readonly type: string;
  readonly list: boolean;
  /** The leaves of an object; absent for a scalar or an enum. */
  readonly fields?: readonly Field[];
}

/** The selection of all these fields as it stands between the braces of a document. */
export function selectionOf(fields: readonly Field[]): string {
  return fields
    .map(({ name, fields: inner }) => (inner ? `${name} { ${selectionOf(inner)} }` : name))
    .join(' ');
}
