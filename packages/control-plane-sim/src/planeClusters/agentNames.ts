import { createHash } from 'node:crypto';

const ALPHABET = 'bcdfghjklmnpqrstvwxz2456789';

/** The namespace that the Helm chart of a plane installs the agent into. */
export function agentNamespace(planeType: string): string {
  return `openchoreo-${planeType.replace(/plane$/, '-plane')}`;
}

/** The service account, and the Deployment, of an agent. */
export function agentName(planeType: string): string {
  return `cluster-agent-${planeType}`;
}

/** As Kubernetes ends the names of ReplicaSets and Pods, but always the same for the same text. */
export function nameSuffix(text: string, length: number): string {
  const bytes = createHash('sha256').update(text).digest();
  return Array.from(
    bytes.subarray(0, length),
    byte => ALPHABET[byte % ALPHABET.length],
  ).join('');
}
