import { type ChildProcess, fork } from 'node:child_process';
import { once } from 'node:events';
import { closeSync, openSync } from 'node:fs';
import { readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { freePort } from '@openchoreo-planes/control-plane-sim';
import { z } from 'zod';

const REQUEST_TIMEOUT_MS = 10_000;
const LOG_TAIL_LINES = 30;
const READY = 'ready';
/** The token of the tests, which is no secret. */
const TOKEN = 'token-of-the-tests-of-replicas';

const usageSchema = z.object({
  cpuSeconds: z.number(),
  residentBytes: z.number(),
});

/** What a process has used. */
export type ReplicaUsage = z.infer<typeof usageSchema>;

/** How a replica is started. */
export interface ReplicaOptions {
  /** Of its files. */
  readonly name: string;
  /** Where its configuration and its log go. */
  readonly directory: string;
  /** What all replicas have in common. */
  readonly config: object;
  /** As `backend.database` has it. */
  readonly database: object;
}

/** A backend in a process of its own, which can be killed. */
export class ReplicaProcess {
  readonly #child: ChildProcess;
  readonly #url: string;
  readonly #logFile: string;
  readonly #exited: Promise<void>;

  private constructor(child: ChildProcess, url: string, logFile: string) {
    this.#child = child;
    this.#url = url;
    this.#logFile = logFile;
    this.#exited = once(child, 'exit').then(() => {});
  }

  /** Starts a replica; resolves when it answers. */
  static async start(options: ReplicaOptions): Promise<ReplicaProcess> {
    const replica = await ReplicaProcess.launch(options);
    await replica.ready();
    return replica;
  }

  /** Starts a replica without waiting for it. */
  static async launch(options: ReplicaOptions): Promise<ReplicaProcess> {
    const { name, directory } = options;
    const port = await freePort();
    const url = `http://127.0.0.1:${port}`;
    const configFile = join(directory, `${name}.json`);
    await writeFile(configFile, JSON.stringify(configOf(options, url, port)));
    const logFile = join(directory, `${name}.log`);
    const log = openSync(logFile, 'w');
    const child = fork(
      join(__dirname, 'replica.ts'),
      ['--config', configFile],
      {
        execArgv: [
          '--require',
          require.resolve('@backstage/cli/config/nodeTransform.cjs'),
        ],
        env: {
          ...process.env,
          NODE_ENV: 'production',
          LOG_LEVEL: 'info',
        },
        stdio: ['ignore', log, log, 'ipc'],
      },
    );
    closeSync(log);
    return new ReplicaProcess(child, url, logFile);
  }

  /**
   * Resolves when it answers.
   *
   * @throws Error with the end of its log where it ends instead
   */
  async ready(): Promise<void> {
    const started = new Promise<true>(resolve => {
      // Backstage itself has other things to say as well.
      this.#child.on('message', message => {
        if (message === READY) {
          resolve(true);
        }
      });
    });
    if (await Promise.race([started, this.#exited])) {
      return;
    }
    const log = await readFile(this.#logFile, 'utf8');
    const tail = log.trimEnd().split('\n').slice(-LOG_TAIL_LINES).join('\n');
    throw new Error(`The replica ended before it was ready:\n${tail}`);
  }

  get isRunning(): boolean {
    return this.#child.exitCode === null && this.#child.signalCode === null;
  }

  /** Kills it at once, as a node that loses power does. */
  async kill(): Promise<void> {
    await this.#end('SIGKILL');
  }

  /** Asks it to end, as Kubernetes does. */
  async stop(): Promise<void> {
    await this.#end('SIGTERM');
  }

  /** Sends a request as another service does. @throws Error unless it is answered with success */
  async request(path: string, init: RequestInit = {}): Promise<string> {
    const answer = await fetch(`${this.#url}${path}`, {
      ...init,
      headers: { ...init.headers, authorization: `Bearer ${TOKEN}` },
      signal: AbortSignal.timeout(REQUEST_TIMEOUT_MS),
    });
    const text = await answer.text();
    if (!answer.ok) {
      throw new Error(`${path} answers ${answer.status}: ${text}`);
    }
    return text;
  }

  /** What it has used since its start. */
  async usage(): Promise<ReplicaUsage> {
    const answer = new Promise<ReplicaUsage>(resolve => {
      const listener = (message: unknown) => {
        const { success, data } = usageSchema.safeParse(message);
        if (success) {
          this.#child.off('message', listener);
          resolve(data);
        }
      };
      this.#child.on('message', listener);
    });
    this.#child.send('usage');
    return answer;
  }

  /** The lines of its log that belong to the audit. */
  async auditEntries(): Promise<string[]> {
    const log = await readFile(this.#logFile, 'utf8');
    return log.split('\n').filter(line => line.includes('"isAuditEvent":true'));
  }

  async #end(signal: NodeJS.Signals): Promise<void> {
    if (this.isRunning) {
      this.#child.kill(signal);
    }
    await this.#exited;
  }
}

function configOf(options: ReplicaOptions, url: string, port: number): object {
  return {
    app: { baseUrl: url },
    backend: {
      baseUrl: url,
      listen: { host: '127.0.0.1', port },
      database: options.database,
      auth: {
        externalAccess: [
          { type: 'static', options: { token: TOKEN, subject: 'tests' } },
        ],
      },
    },
    ...options.config,
  };
}
