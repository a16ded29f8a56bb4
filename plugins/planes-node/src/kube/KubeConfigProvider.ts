import { readFile, stat } from 'node:fs/promises';
import { InputError, isError } from '@backstage/errors';
import type { KubeConfig } from '@kubernetes/client-node';
import type { ControlPlaneConnectionConfig } from '../config';

/**
 * Gives the kubeconfig of a control plane, read again when its file has changed, so that rotated
 * credentials are taken up without a restart.
 */
export class KubeConfigProvider {
  readonly #connection: ControlPlaneConnectionConfig;
  #loaded: { kubeConfig: KubeConfig; modified: number } | undefined;

  constructor(connection: ControlPlaneConnectionConfig) {
    this.#connection = connection;
  }

  async get(): Promise<KubeConfig> {
    if (this.#connection.type === 'in-cluster') {
      this.#loaded ??= { kubeConfig: await loadInCluster(), modified: 0 };
      return this.#loaded.kubeConfig;
    }
    const { file, context } = this.#connection;
    const modified = await readable(
      file,
      async () => (await stat(file)).mtimeMs,
    );
    if (this.#loaded?.modified !== modified) {
      const text = await readable(file, () => readFile(file, 'utf8'));
      this.#loaded = { kubeConfig: await load(text, file, context), modified };
    }
    return this.#loaded.kubeConfig;
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

// The client is an ES module only, which a CommonJS package reaches by a dynamic import.
async function emptyKubeConfig(): Promise<KubeConfig> {
  const client = await import('@kubernetes/client-node');
  return new client.KubeConfig();
}

async function loadInCluster(): Promise<KubeConfig> {
  const kubeConfig = await emptyKubeConfig();
  kubeConfig.loadFromCluster();
  return kubeConfig;
}

async function load(
  text: string,
  file: string,
  context?: string,
): Promise<KubeConfig> {
  const kubeConfig = await emptyKubeConfig();
  try {
    kubeConfig.loadFromString(text);
  } catch {
    // The parser's message quotes the line it stumbled over, which may hold a token.
    throw new InputError(`The kubeconfig '${file}' cannot be read`);
  }
  kubeConfig.makePathsAbsolute(file.replace(/[^/\\]*$/, '') || '.');
  if (context !== undefined) {
    if (!kubeConfig.getContextObject(context)) {
      throw new InputError(
        `The kubeconfig '${file}' has no context '${context}'`,
      );
    }
    kubeConfig.setCurrentContext(context);
  }
  if (!kubeConfig.getCurrentCluster()) {
    throw new InputError(
      `The kubeconfig '${file}' has no current context; name one in 'openchoreo.controlPlanes[].kubeconfig.context'`,
    );
  }
  return kubeConfig;
}
