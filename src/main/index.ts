import { app, protocol } from 'electron';
import { appSchemes } from './desktop/app-protocol.ts';
import { parseArguments, type Arguments } from './desktop/arguments.ts';
import { claimSingleInstance } from './desktop/single-instance.ts';
import { endWithJob, leaveJob } from './job-process.ts';
import { drawAddress } from './jobs/hand-over.ts';
import { createLog } from './log.ts';
import { openProfile } from './profile.ts';
import { startProgram, type Program } from './program.ts';
import { heed } from './second-start.ts';

const parsed = parseArguments(process.argv.slice(1), app.getVersion(), process.cwd());
switch (parsed.kind) {
  case 'run':
    run(parsed.arguments);
    break;
  case 'print':
    process.stdout.write(parsed.text);
    app.exit(0);
    break;
  case 'refuse':
    process.stderr.write(`Tagwerk: ${parsed.message}\n`);
    app.exit(2);
    break;
}

function run(options: Arguments): void {
  const { job } = options;
  const profile = openProfile(app, options.userDataDir);
  const log = createLog({ directory: profile.logs });
  const program = Promise.withResolvers<Program>();
  program.promise.catch(() => undefined);

  app.enableSandbox();
  // Windows files notifications and the task bar's entry under it.
  app.setAppUserModelId('app.tagwerk.desktop');
  protocol.registerSchemesAsPrivileged(appSchemes);
  // Nothing is drawn.
  if (job) app.disableHardwareAcceleration();
  const wish = job && { job, replyTo: drawAddress() };
  if (!claimSingleInstance(app, wish, (wished) => heed(wished, program.promise))) {
    if (wish) leaveJob(wish, options);
    else app.quit();
    return;
  }
  process.on('uncaughtException', (error) => log.error('uncaught exception', error));
  process.on('unhandledRejection', (error) => log.error('unhandled rejection', error));
  app
    .whenReady()
    .then(async () => {
      if (wish) await endWithJob({ options, ...wish, profile, log, onProgram: program.resolve });
      else program.resolve(await startProgram({ options, profile, log }));
    })
    .catch((error: unknown) => {
      program.reject(error);
      log.error('start failed', error);
      process.stderr.write(`Tagwerk could not start; ${profile.logs} says why.\n`);
      app.exit(1);
    });
}
