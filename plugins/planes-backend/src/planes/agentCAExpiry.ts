import type { Plane } from '@openchoreo-planes/backstage-plugin-planes-common';

/**
 * When the last certificate of a plane's inline agent CA expires, ISO 8601: from then on no agent can connect.
 *
 * @returns undefined where the resource holds no certificate
 */
export function agentCAExpiry({ agentCA }: Plane): string | undefined {
  if (agentCA.source !== 'inline') {
    return undefined;
  }
  // Without a CA among them, the certificates themselves are trusted.
  const cas = agentCA.certificates.filter(({ isCA }) => isCA);
  const trusted = cas.length > 0 ? cas : agentCA.certificates;
  let latest: string | undefined;
  for (const { notAfter } of trusted) {
    if (latest === undefined || Date.parse(notAfter) > Date.parse(latest)) {
      latest = notAfter;
    }
  }
  return latest;
}
