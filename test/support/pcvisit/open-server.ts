import { onTestFinished } from 'vitest';
import { serve, type Script, type ScriptedServer } from './scripted-server.ts';

/** A scripted server that is closed when the test that opened it is over. */
export async function openServer(
  script: Script,
  tls?: { readonly key: string; readonly cert: string },
): Promise<ScriptedServer> {
  const server = await serve(script, tls);
  onTestFinished(() => server.close());
  return server;
}
