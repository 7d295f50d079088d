import { readArguments, usage } from './arguments.ts';
import { startSandbox } from './index.ts';

/** `npm run sandbox`: serves until Ctrl+C. */
async function main(): Promise<void> {
  const options = readArguments(process.argv.slice(2));
  if (options === null) {
    console.log(usage);
    return;
  }
  const sandbox = await startSandbox(options);
  console.log(`endpoint          ${sandbox.url}`);
  console.log(`integrator token  ${sandbox.tokens.integratorToken}`);
  console.log(`user token        ${sandbox.tokens.userToken}`);
  console.log(`own e-mail        ${sandbox.ownEmail}`);
  const stop = (): void => void sandbox.close();
  process.once('SIGINT', stop).once('SIGTERM', stop);
}

main().catch((error: unknown) => {
  console.error(error instanceof Error ? error.message : String(error));
  process.exitCode = 1;
});
