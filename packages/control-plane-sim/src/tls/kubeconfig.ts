import { stringify } from 'yaml';
import { writePrivateFile } from './ServerDirectory';

/** How to reach a server. */
export interface KubeconfigOptions {
  /** Name of cluster, user and context. */
  name: string;
  url: string;
  caPem: string;
  token: string;
}

/** Writes a kubeconfig with one context, which is the current one; readable by its owner only. */
export async function writeKubeconfig(
  file: string,
  { name, url, caPem, token }: KubeconfigOptions,
): Promise<void> {
  await writePrivateFile(
    file,
    stringify({
      apiVersion: 'v1',
      kind: 'Config',
      clusters: [
        {
          name,
          cluster: {
            server: url,
            'certificate-authority-data': Buffer.from(caPem).toString('base64'),
          },
        },
      ],
      users: [{ name, user: { token } }],
      contexts: [{ name, context: { cluster: name, user: name } }],
      'current-context': name,
    }),
  );
}
