import { startWorld } from '../world/startWorld';
import { readOptions, USAGE } from './readOptions';

const SIGNALS = ['SIGINT', 'SIGTERM'] as const;

function say(event: object): void {
  process.stdout.write(`${JSON.stringify(event)}\n`);
}

function log(message: string): void {
  process.stderr.write(`${message}\n`);
}

function codeOf(error: unknown): string {
  return error instanceof Error && 'code' in error
    ? String(error.code)
    : 'UNKNOWN';
}

/** Resolves at the first signal to stop; a second one ends the process as usual. */
async function stopRequested(): Promise<void> {
  await new Promise<void>(resolve => {
    const stop = () => {
      for (const signal of SIGNALS) {
        process.off(signal, stop);
      }
      resolve();
    };
    for (const signal of SIGNALS) {
      process.on(signal, stop);
    }
  });
}

/** Runs the program until it is told to stop, and resolves with its exit code. */
export async function run(args: string[]): Promise<number> {
  const stopping = stopRequested();
  try {
    const options = readOptions(args);
    if (options === 'help') {
      process.stdout.write(USAGE);
      return 0;
    }
    const { proxy, gatewayServer, planes, stop } = await startWorld({
      ...options,
      log,
    });
    say({
      event: 'ready',
      url: proxy.url,
      kubeconfig: proxy.kubeconfigFile,
      planes,
      gateway: { url: gatewayServer.url, ...gatewayServer.files },
    });
    log(
      `${planes} planes at ${proxy.url}, cluster gateway at ${gatewayServer.url}; stop with Ctrl-C`,
    );
    await stopping;
    await stop();
    return 0;
  } catch (error) {
    const message = error instanceof Error ? error.message : String(error);
    say({ event: 'failed', code: codeOf(error), message });
    log(message);
    return 1;
  }
}
