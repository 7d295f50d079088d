import type { CdpSession } from '../cdp/connection.ts';

/** Runs code in a page. @throws Error with the page's message where the code throws. */
export async function evaluate(
  session: CdpSession,
  code: string,
  userGesture: boolean,
  contextId?: number,
): Promise<unknown> {
  const answer = await session.send('Runtime.evaluate', {
    expression: code,
    userGesture,
    awaitPromise: true,
    returnByValue: true,
    ...(contextId === undefined ? {} : { contextId }),
  });
  if (!answer.exceptionDetails) return answer.result.value as unknown;
  const { exception, text } = answer.exceptionDetails;
  throw new Error(exception?.description ?? String(exception?.value ?? text));
}
