import { dirname, resolve } from 'node:path';
import { InputError } from '@backstage/errors';
import type { KubeConfig } from '@kubernetes/client-node';
import { z } from 'zod';

const textSchema = z.looseObject({
  users: z
    .array(
      z.looseObject({
        user: z.looseObject({
          token: z.unknown().optional(),
          tokenFile: z.string().optional(),
        }),
      }),
    )
    .nullish(),
});

// The client is an ES module only, which a CommonJS package reaches by a dynamic import.
function loadClient() {
  return import('@kubernetes/client-node');
}

/** What a pod has, in files that are read again and again. */
export async function inClusterKubeConfig(): Promise<KubeConfig> {
  const client = await loadClient();
  const kubeConfig = new client.KubeConfig();
  kubeConfig.loadFromCluster();
  return kubeConfig;
}

/**
 * Reads a kubeconfig.
 *
 * @param file - where it is from: paths in it are relative to that
 * @param context - the current one unless given
 * @throws InputError that names the file, and quotes nothing of it
 */
export async function kubeConfigOf(
  text: string,
  file: string,
  context?: string,
): Promise<KubeConfig> {
  const client = await loadClient();
  const kubeConfig = new client.KubeConfig();
  try {
    const parsed = textSchema.parse(client.loadYaml(text));
    kubeConfig.loadFromString(JSON.stringify(withTokenFiles(parsed, file)));
  } catch {
    // The parser's message quotes the line it stumbled over, which may hold a token.
    throw new InputError(`The kubeconfig '${file}' cannot be read`);
  }
  kubeConfig.makePathsAbsolute(dirname(file));
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

/** The client knows token files of pods only, which it reads every minute. */
function withTokenFiles(
  { users, ...config }: z.infer<typeof textSchema>,
  file: string,
): object {
  return {
    ...config,
    users: users?.map(({ user: { tokenFile, ...user }, ...entry }) => ({
      ...entry,
      user:
        tokenFile === undefined || user.token !== undefined
          ? user
          : {
              ...user,
              'auth-provider': {
                name: 'tokenFile',
                config: { tokenFile: resolve(dirname(file), tokenFile) },
              },
            },
    })),
  };
}
