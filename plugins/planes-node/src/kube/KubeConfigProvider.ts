import { readFile } from 'node:fs/promises';
import { InputError, isError } from '@backstage/errors';
import type { KubeConfig } from '@kubernetes/client-node';
import type { ControlPlaneConnectionConfig } from '../config';
import { fileVersion } from './fileVersion';
import { inClusterKubeConfig, kubeConfigOf } from './kubeConfigOf';

/** How often credentials that are refused are read anew: a kubeconfig may run a program for them. */
const REFUSED_INTERVAL_MS = 5_000;

/**
 * Gives the kubeconfig of a control plane, read again when its file has changed or its credentials are refused, so that
 * rotated credentials are taken up without a restart.
 */
export class KubeConfigProvider {
  readonly #connection: ControlPlaneConnectionConfig;
  #loaded: { kubeConfig: KubeConfig; version: string } | undefined;
  #refusedAt = -Infinity;

  constructor(connection: ControlPlaneConnectionConfig) {
    this.#connection = connection;
  }

  async get(): Promise<KubeConfig> {
    if (this.#connection.type === 'in-cluster') {
      this.#loaded ??= { kubeConfig: await inClusterKubeConfig(), version: '' };
      return this.#loaded.kubeConfig;
    }
    const { file, context } = this.#connection;
    // Before it is read: what changes meanwhile is read at the next request.
    const version = await readable(file, () => fileVersion(file));
    if (this.#loaded?.version !== version) {
      const text = await readable(file, () => readFile(file, 'utf8'));
      const kubeConfig = await kubeConfigOf(text, file, context);
      this.#loaded = { kubeConfig, version };
    }
    return this.#loaded.kubeConfig;
  }

  /**
   * The API server refused the credentials. A token may lie in a file of its own, which is otherwise read once a minute: all
   * is read anew at the next {@link KubeConfigProvider.get}.
   */
  refused(): void {
    const now = performance.now();
    if (now - this.#refusedAt >= REFUSED_INTERVAL_MS) {
      this.#refusedAt = now;
      this.#loaded = undefined;
    }
  }
}

async function readable<T>(file: string, read: () => Promise<T>): Promise<T> {
  try {
    return await read();
  } catch (error) {
    const code = isError(error) ? String(error.code) : 'unknown error';
    throw new InputError(`The kubeconfig '${file}' cannot be read (${code})`);
  }
}
