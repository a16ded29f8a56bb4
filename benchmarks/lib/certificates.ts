import { createAgentCas } from '../../packages/control-plane-sim/src/world/certificates';

/** Makes CA certificates that are valid for years, as PEM. */
export async function createCertificates(count: number): Promise<string[]> {
  const cas = await createAgentCas(count, Date.now());
  return cas.map(({ pem }) => pem);
}
