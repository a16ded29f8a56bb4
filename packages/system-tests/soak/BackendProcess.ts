import { type ChildProcess, fork } from 'node:child_process';
import { on, once } from 'node:events';
import { createWriteStream } from 'node:fs';
import { writeFile } from 'node:fs/promises';
import { dirname, join, resolve } from 'node:path';
import { setTimeout as delay } from 'node:timers/promises';
import {
  freePort,
  type GatewayClientFiles,
} from '@openchoreo-planes/control-plane-sim';
import { z } from 'zod';
import { type Measurement, measurementSchema } from './Measurement';

const ROOT = resolve(__dirname, '../../..');
const START_TIMEOUT_MS = 300_000;
const MEASURE_TIMEOUT_MS = 60_000;
const POLL_MS = 250;
const answerSchema = z.object({ measurement: measurementSchema });

/** A control plane as the configuration has it. */
export interface ConfiguredControlPlane {
  readonly name: string;
  readonly kubeconfig: { readonly file: string };
  readonly gateway: { readonly url: string } & Pick<
    GatewayClientFiles,
    'caFile' | 'certFile' | 'keyFile'
  >;
}

/** The backend of the example portal, with everything that it has, in a process of its own. */
export class BackendProcess {
  readonly url: string;
  readonly logFile: string;
  readonly #child: ChildProcess;

  /** Resolves when it is ready. @throws Error where it ends before */
  static async start(options: {
    readonly directory: string;
    readonly logFile: string;
    readonly controlPlanes: readonly ConfiguredControlPlane[];
  }): Promise<BackendProcess> {
    const { directory, logFile } = options;
    const port = await freePort();
    const url = `http://127.0.0.1:${port}`;
    const configFile = join(directory, 'app-config.soak.yaml');
    await writeFile(
      configFile,
      JSON.stringify({
        app: { baseUrl: url },
        backend: {
          baseUrl: url,
          listen: { host: '127.0.0.1', port },
          // In files, so that what is written does not count as memory.
          database: {
            client: 'better-sqlite3',
            connection: { directory: join(directory, 'database') },
          },
        },
        openchoreo: {
          controlPlanes: options.controlPlanes,
          // A handful of visitors stand for hundreds.
          planes: { rateLimit: { enabled: false } },
        },
      }),
    );
    const child = fork(
      join(ROOT, 'packages/backend/src/index.ts'),
      ['--config', join(ROOT, 'app-config.yaml'), '--config', configFile],
      {
        cwd: join(ROOT, 'packages/backend'),
        execArgv: [
          ...process.execArgv,
          '--require',
          join(__dirname, 'probe.ts'),
        ],
        env: { ...process.env, LOG_LEVEL: 'info', NODE_ENV: 'production' },
        stdio: ['ignore', 'pipe', 'pipe', 'ipc'],
      },
    );
    const log = createWriteStream(logFile);
    child.stdout?.pipe(log, { end: false });
    child.stderr?.pipe(log, { end: false });
    const started = new BackendProcess(url, logFile, child);
    await started.#untilReady();
    return started;
  }

  private constructor(url: string, logFile: string, child: ChildProcess) {
    this.url = url;
    this.logFile = logFile;
    this.#child = child;
  }

  get isRunning(): boolean {
    return this.#child.exitCode === null && this.#child.signalCode === null;
  }

  /** Has garbage collected, and tells what remains. */
  async measure(): Promise<Measurement> {
    const messages = on(this.#child, 'message', {
      signal: AbortSignal.timeout(MEASURE_TIMEOUT_MS),
    });
    this.#child.send('measure');
    for await (const [message] of messages) {
      // What lets Node run TypeScript talks with the parent process as well.
      const answer = answerSchema.safeParse(message);
      if (answer.success) {
        return answer.data.measurement;
      }
    }
    throw new Error('The backend was not measured');
  }

  async stop(): Promise<void> {
    if (this.isRunning) {
      const exited = once(this.#child, 'exit');
      this.#child.kill('SIGTERM');
      await exited;
    }
  }

  async #untilReady(): Promise<void> {
    const deadline = performance.now() + START_TIMEOUT_MS;
    const path = '/.backstage/health/v1/readiness';
    while (this.isRunning && performance.now() < deadline) {
      const answer = await fetch(this.url + path).catch(() => undefined);
      await answer?.arrayBuffer();
      if (answer?.ok) {
        return;
      }
      await delay(POLL_MS);
    }
    await this.stop();
    throw new Error(
      `The backend did not become ready; its output is in ${dirname(
        this.logFile,
      )}`,
    );
  }
}
