import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, request } from '@playwright/test';
import { parse } from 'yaml';

async function askControlPlane(
  directory: string,
  path: string,
  options: { method: string; data?: object },
): Promise<unknown> {
  const { clusters } = parse(
    readFileSync(join(directory, 'kubeconfig'), 'utf8'),
  );
  const token = readFileSync(join(directory, 'admin.token'), 'utf8').trim();
  const context = await request.newContext({ ignoreHTTPSErrors: true });
  const answer = await context.fetch(`${clusters[0].cluster.server}${path}`, {
    headers: { Authorization: `Bearer ${token}` },
    ...options,
  });
  expect(answer.ok(), await answer.text()).toBe(true);
  const said: unknown = await answer.json();
  await context.dispose();
  return said;
}

/**
 * Tells an embedded control plane something as its administrator.
 *
 * @param directory - of its files
 * @param path - for example `/sim/gateway`
 * @returns what it answers
 */
export function tellControlPlane(
  directory: string,
  path: string,
  change: object,
): Promise<unknown> {
  return askControlPlane(directory, path, { method: 'POST', data: change });
}

/**
 * Adds an object to what an embedded control plane lists, as it is, though no API server would admit it.
 *
 * @returns what takes it away again
 */
export async function injectObject(
  directory: string,
  plural: string,
  object: object,
): Promise<() => Promise<void>> {
  const fault = { fault: 'inject', plural, object };
  const { id } = Object(
    await tellControlPlane(directory, '/sim/faults', fault),
  );
  return async () => {
    await askControlPlane(directory, `/sim/faults/${id}`, { method: 'DELETE' });
  };
}
