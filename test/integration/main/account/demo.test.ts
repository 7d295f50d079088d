import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { text } from 'node:stream/consumers';
import { pathToFileURL } from 'node:url';
import { afterEach, describe, expect, it } from 'vitest';
import { createDemo, type Demo } from '../../../../src/main/account/demo.ts';
import { temporaryFolders } from '../../../support/temporary-folder.ts';

const newFolder = temporaryFolders();
const log = { info: () => undefined, warn: () => undefined };
const unexpected = { problem: { code: 'unexpected' } };
let demo: Demo | null = null;

afterEach(async () => {
  await demo?.stop();
  demo = null;
});

function from(source: string, patience?: number): Demo {
  const file = join(newFolder('worker'), 'worker.mjs');
  writeFileSync(file, `import { parentPort, workerData } from 'node:worker_threads';\n${source}`);
  demo = createDemo({ workerUrl: pathToFileURL(file), log, options: { seed: 7 }, patience });
  return demo;
}

const good = `{ endpoint: 'http://127.0.0.1:4000/graphql', integratorToken: 'i', userToken: 'u', ownEmail: 'a@b.de' }`;

describe('the demo', () => {
  it('starts the sample server that ships, and it answers', async () => {
    const workerUrl = new URL('../../../sandbox/worker.ts', import.meta.url);
    demo = createDemo({ workerUrl, log, options: { sessions: 20, live: false } });
    const { endpoint, tokens, ownEmail } = await demo.start();
    expect(endpoint.protocol).toBe('http:');
    expect(ownEmail).toContain('@');
    const response = await fetch(endpoint, {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify({ query: '{ __typename }' }),
    });
    expect(await response.json()).toEqual({ data: { __typename: 'Query' } });
    expect([tokens.integratorToken, tokens.userToken]).not.toContain('');
  });

  it('is started once, when first asked for', async () => {
    const started = from(`parentPort.postMessage({ ...${good}, userToken: String(Math.random()) });
      setInterval(() => {}, 1000);`);
    const [one, two] = await Promise.all([started.start(), started.start()]);
    expect(one).toBe(two);
    expect(await started.start()).toBe(one);
  });

  it('hands its options on, and nothing of the environment', async () => {
    const started = from(`parentPort.postMessage({ ...${good},
      userToken: JSON.stringify([workerData, Object.keys(process.env)]) }); setInterval(() => {}, 1000);`);
    expect((await started.start()).tokens.userToken).toBe('[{"seed":7},[]]');
  });

  it('is started again after it ended', async () => {
    const started = from(
      `parentPort.postMessage({ ...${good}, userToken: String(Math.random()) });`,
    );
    const one = await started.start();
    await expect
      .poll(async () => (await started.start()).tokens.userToken)
      .not.toBe(one.tokens.userToken);
  });

  it.each([
    ['fails', `throw new Error('no port');`],
    ['ends at once', `process.exit(3);`],
    ['says nonsense', `parentPort.postMessage({ endpoint: 1 }); setInterval(() => {}, 1000);`],
    [
      'leads elsewhere',
      `parentPort.postMessage({ ...${good}, endpoint: 'https://evil.example/' }); setInterval(() => {}, 1000);`,
    ],
  ])('is a problem where the server %s, and can be tried again', async (_, source) => {
    const started = from(source);
    await expect(started.start()).rejects.toMatchObject(unexpected);
    await expect(started.start()).rejects.toMatchObject(unexpected);
  });

  it('is a problem where the server says nothing in time, or is not there', async () => {
    await expect(from('setInterval(() => {}, 1000);', 50).start()).rejects.toMatchObject(
      unexpected,
    );
    demo = createDemo({ workerUrl: new URL('file:///nowhere/worker.mjs'), log });
    await expect(demo.start()).rejects.toMatchObject(unexpected);
  });

  it('does not keep the program from ending', async () => {
    const folder = newFolder('program');
    const worker = join(folder, 'worker.mjs');
    const program = join(folder, 'program.mjs');
    writeFileSync(
      worker,
      `import { parentPort } from 'node:worker_threads';
       import { createServer } from 'node:http';
       createServer().listen(0, '127.0.0.1', () => parentPort.postMessage(${good}));`,
    );
    const source = new URL('../../../../src/main/account/demo.ts', import.meta.url).href;
    writeFileSync(
      program,
      `import { createDemo } from ${JSON.stringify(source)};
       const log = { info() {}, warn() {} };
       const { start } = createDemo({ workerUrl: new URL(${JSON.stringify(pathToFileURL(worker).href)}), log });
       console.log((await start()).ownEmail);`,
    );
    const child = spawn(process.execPath, [program], { stdio: ['ignore', 'pipe', 'inherit'] });
    const [ended, printed] = await Promise.all([once(child, 'exit'), text(child.stdout)]);
    expect(ended).toEqual([0, null]);
    expect(printed).toBe('a@b.de\n');
  });
});
