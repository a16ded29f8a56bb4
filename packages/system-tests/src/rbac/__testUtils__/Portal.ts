import { createBackendPlugin } from '@backstage/backend-plugin-api';
import { mockServices, startTestBackend } from '@backstage/backend-test-utils';
import planesPlugin from '@openchoreo-planes/backstage-plugin-planes-backend';
import {
  planesResponseSchema,
  type PlanesResponse,
} from '@openchoreo-planes/backstage-plugin-planes-common';
import {
  type PlaneResources,
  planeResourcesServiceRef,
} from '@openchoreo-planes/backstage-plugin-planes-node';
import workflowRunsPlugin from '@openchoreo-planes/backstage-plugin-workflow-runs-backend';
import {
  type RunsResponse,
  runsResponseSchema,
} from '@openchoreo-planes/backstage-plugin-workflow-runs-common';
import request from 'supertest';
import { until } from '../../__testUtils__/until';

const RUNS = '/api/workflow-runs/runs';

/** The backends of planes and workflow runs on the control plane of a kubeconfig. */
export class Portal {
  readonly #backend: Awaited<ReturnType<typeof startTestBackend>>;
  readonly #resources: PlaneResources;

  static async start(kubeconfigFile: string): Promise<Portal> {
    let resources: PlaneResources | undefined;
    const backend = await startTestBackend({
      features: [
        planesPlugin,
        workflowRunsPlugin,
        createBackendPlugin({
          pluginId: 'resources',
          register(env) {
            env.registerInit({
              deps: { service: planeResourcesServiceRef },
              async init({ service }) {
                resources = service;
              },
            });
          },
        }),
        mockServices.rootConfig.factory({
          data: {
            openchoreo: {
              controlPlanes: [
                { name: 'default', kubeconfig: { file: kubeconfigFile } },
              ],
            },
          },
        }),
      ],
    });
    if (!resources) {
      throw new Error('The backend has started without its resources');
    }
    return new Portal(backend, resources);
  }

  private constructor(
    backend: Awaited<ReturnType<typeof startTestBackend>>,
    resources: PlaneResources,
  ) {
    this.#backend = backend;
    this.#resources = resources;
  }

  /** What plugin `planes` writes with. */
  get resources(): PlaneResources {
    return this.#resources;
  }

  get(path: string) {
    return request(this.#backend.server).get(path);
  }

  post(path: string, body: object = {}) {
    return request(this.#backend.server).post(path).send(body);
  }

  put(path: string, body: object) {
    return request(this.#backend.server).put(path).send(body);
  }

  /** The fleet, as soon as every source of planes has been tried. */
  planes(): Promise<PlanesResponse> {
    return until(
      async () =>
        planesResponseSchema.parse((await this.get('/api/planes/planes')).body),
      ({ sources }) => areTried(sources),
    );
  }

  /** The runs, as soon as every source of runs has been tried. */
  runs(): Promise<RunsResponse> {
    return until(
      async () => runsResponseSchema.parse((await this.get(RUNS)).body),
      ({ sources }) => areTried(sources),
    );
  }

  /** The uid of a plane, as soon as the portal knows it. */
  async uidOfPlane(name: string): Promise<string> {
    const { items } = await until(
      () => this.planes(),
      answer => answer.items.some(({ ref }) => ref.name === name),
    );
    return items.find(({ ref }) => ref.name === name)?.uid ?? '';
  }

  /** A run, as soon as the portal knows it. */
  async run(name: string): Promise<RunsResponse['items'][number]> {
    const { items } = await until(
      () => this.runs(),
      answer => answer.items.some(({ ref }) => ref.name === name),
    );
    const [run] = items.filter(({ ref }) => ref.name === name);
    return run;
  }

  /** The path of a run, as soon as the portal knows it. */
  async pathOfRun(name: string): Promise<string> {
    return `${RUNS}/${(await this.run(name)).uid}`;
  }

  async stop(): Promise<void> {
    await this.#backend.stop();
  }
}

function areTried(sources: readonly { readonly state: string }[]): boolean {
  return (
    sources.length > 0 && sources.every(({ state }) => state !== 'syncing')
  );
}
