export interface HeaderEntry {
  readonly name: string;
  readonly value: string;
}

/** A request that Chromium holds until it is told what to do with it. */
export interface Paused {
  readonly requestId: string;
  readonly request: {
    readonly url: string;
    readonly method: string;
    readonly headers: Record<string, string>;
    readonly postData?: string;
    readonly postDataEntries?: { readonly bytes?: string }[];
  };
  readonly frameId: string;
  readonly resourceType: string;
  readonly responseStatusCode?: number;
  readonly responseStatusText?: string;
  readonly responseHeaders?: HeaderEntry[];
  readonly responseErrorReason?: string;
  readonly redirectedRequestId?: string;
}

/** Headers as Electron's `webRequest` knows them: a name, and every value it came with. */
export function fromHeaders(headers: readonly HeaderEntry[]): Record<string, string[]> {
  const grouped: Record<string, string[]> = {};
  for (const { name, value } of headers) (grouped[name] ??= []).push(value);
  return grouped;
}

export function toHeaders(
  headers: Readonly<Record<string, string | readonly string[]>>,
): HeaderEntry[] {
  return Object.entries(headers).flatMap(([name, values]) =>
    [values].flat().map((value) => ({ name, value: String(value) })),
  );
}
