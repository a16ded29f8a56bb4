import { z } from 'zod';
import type { Command } from './commands';
import { RemoteProcess } from './RemoteProcess';

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
  readonly #process = new RemoteProcess<Command>('controlPlaneServer.ts');
  kubeconfigFile = '';

  static async start(): Promise<ControlPlaneProcess> {
    const started = new ControlPlaneProcess();
    started.kubeconfigFile = z
      .string()
      .parse(await started.#process.ask({ type: 'start' }));
    return started;
  }

  async populate(planes: number, namespaces: number): Promise<void> {
    await this.#process.ask({ type: 'populate', planes, namespaces });
  }

  async setTitle(options: {
    index: number;
    namespaces: number;
    title: string;
  }): Promise<void> {
    await this.#process.ask({ type: 'title', ...options });
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
      .parse(await this.#process.ask({ type: 'heartbeats', ...options }));
  }

  /** Starts a cluster gateway, and gives how it is reached. */
  async startGateway(planes: number, namespaces: number) {
    return gatewaySchema.parse(
      await this.#process.ask({ type: 'gateway', planes, namespaces }),
    );
  }

  /** Sets how many agents of a plane are connected. */
  async setAgents(options: {
    index: number;
    namespaces: number;
    count: number;
  }): Promise<void> {
    await this.#process.ask({ type: 'agents', ...options });
  }

  /** The requests since the last call. */
  async requests(): Promise<z.infer<typeof requestsSchema>> {
    return requestsSchema.parse(await this.#process.ask({ type: 'requests' }));
  }

  async stop(): Promise<void> {
    await this.#process.ask({ type: 'stop' });
    this.#process.end();
  }
}
