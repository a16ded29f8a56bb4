import { type ChildProcess, fork } from 'node:child_process';
import { resolve } from 'node:path';
import { z } from 'zod';
import type { Command, Reply } from './commands';

const requestsSchema = z.array(
  z.object({
    verb: z.string(),
    plural: z.string().optional(),
    path: z.string(),
  }),
);

const gatewaySchema = z.object({
  url: z.string(),
  caFile: z.string(),
  certFile: z.string(),
  keyFile: z.string(),
});

/** A control plane in a process of its own. */
export class ControlPlaneProcess {
  readonly #child: ChildProcess;
  readonly #waiting = new Map<number, (reply: Reply) => void>();
  #nextId = 0;
  kubeconfigFile = '';

  static async start(): Promise<ControlPlaneProcess> {
    const started = new ControlPlaneProcess();
    started.kubeconfigFile = z
      .string()
      .parse(await started.#ask({ type: 'start' }));
    return started;
  }

  private constructor() {
    this.#child = fork(resolve(__dirname, 'controlPlaneServer.ts'));
    this.#child.on('message', (reply: Reply) => {
      this.#waiting.get(reply.id)?.(reply);
      this.#waiting.delete(reply.id);
    });
  }

  async populate(planes: number, namespaces: number): Promise<void> {
    await this.#ask({ type: 'populate', planes, namespaces });
  }

  async setTitle(options: {
    index: number;
    namespaces: number;
    title: string;
  }): Promise<void> {
    await this.#ask({ type: 'title', ...options });
  }

  /** @returns how many heartbeats were written */
  async heartbeats(options: {
    planes: number;
    namespaces: number;
    perMinute: number;
    minutes: number;
  }): Promise<number> {
    return z
      .number()
      .parse(await this.#ask({ type: 'heartbeats', ...options }));
  }

  /** Starts a cluster gateway, and gives how it is reached. */
  async startGateway(planes: number, namespaces: number) {
    return gatewaySchema.parse(
      await this.#ask({ type: 'gateway', planes, namespaces }),
    );
  }

  /** Sets how many agents of a plane are connected. */
  async setAgents(options: {
    index: number;
    namespaces: number;
    count: number;
  }): Promise<void> {
    await this.#ask({ type: 'agents', ...options });
  }

  /** The requests since the last call. */
  async requests(): Promise<z.infer<typeof requestsSchema>> {
    return requestsSchema.parse(await this.#ask({ type: 'requests' }));
  }

  async stop(): Promise<void> {
    await this.#ask({ type: 'stop' });
    this.#child.disconnect();
  }

  #ask(command: Command): Promise<unknown> {
    const id = this.#nextId++;
    return new Promise((fulfil, reject) => {
      this.#waiting.set(id, reply =>
        reply.error === undefined
          ? fulfil(reply.result)
          : reject(new Error(reply.error)),
      );
      this.#child.send({ id, ...command });
    });
  }
}
