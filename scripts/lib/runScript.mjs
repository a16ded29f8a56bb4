import { requireSupportedNode } from './nodeVersion.mjs';
import { Supervisor } from './supervisor.mjs';
import { UserError } from './userError.mjs';
import { watchParent } from './watchParent.mjs';

/**
 * Runs the main function of a script: checks Node, ends everything with Ctrl-C or npm, and prints
 * failures the way a person can use.
 *
 * @param {(supervisor: Supervisor) => Promise<number | void>} main - may return an exit code
 */
export async function runScript(main) {
  const supervisor = new Supervisor();
  supervisor.stopOnSignals();
  watchParent(() => process.kill(process.pid, 'SIGTERM'));
  let code = 0;
  try {
    requireSupportedNode();
    code = (await main(supervisor)) ?? 0;
  } catch (error) {
    code = 1;
    if (!supervisor.isStopping) {
      console.error('\n%s', error instanceof UserError ? error.message : error);
    }
  }
  if (supervisor.isStopping) {
    // The signal's handler ends the process when all has stopped.
    return;
  }
  await supervisor.stopAll();
  process.exit(code);
}
