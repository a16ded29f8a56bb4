import { readFile } from 'node:fs/promises';
import { parse } from 'yaml';

/** Address, CA and token of the only context of a kubeconfig. */
export async function readKubeconfig(file: string): Promise<{
  url: string;
  caPem: string;
  token: string;
}> {
  const config = parse(await readFile(file, 'utf8'));
  const [{ cluster }] = config.clusters;
  const [{ user }] = config.users;
  return {
    url: cluster.server,
    caPem: Buffer.from(
      cluster['certificate-authority-data'],
      'base64',
    ).toString('utf8'),
    token: user.token,
  };
}
