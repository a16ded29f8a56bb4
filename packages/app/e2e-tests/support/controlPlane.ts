import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, request } from '@playwright/test';
import { parse } from 'yaml';

/**
 * Tells an embedded control plane something as its administrator.
 *
 * @param directory - of its files
 * @param path - for example `/sim/gateway`
 * @returns what it answers
 */
export async function tellControlPlane(
  directory: string,
  path: string,
  change: object,
): Promise<unknown> {
  const { clusters } = parse(
    readFileSync(join(directory, 'kubeconfig'), 'utf8'),
  );
  const token = readFileSync(join(directory, 'admin.token'), 'utf8').trim();
  const context = await request.newContext({ ignoreHTTPSErrors: true });
  const answer = await context.post(`${clusters[0].cluster.server}${path}`, {
    headers: { Authorization: `Bearer ${token}` },
    data: change,
  });
  expect(answer.ok(), await answer.text()).toBe(true);
  const said: unknown = await answer.json();
  await context.dispose();
  return said;
}
