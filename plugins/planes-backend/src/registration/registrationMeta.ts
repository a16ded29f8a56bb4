import {
  maskText,
  type PlaneRegistration,
  readCertificates,
  type SecretKeyRef,
} from '@openchoreo-planes/backstage-plugin-planes-common';
import type { JsonObject } from '@backstage/types';
import { readable } from './PlaneRegistrar';

const MAX_LENGTH = 253;

/**
 * What the audit log tells of a registration: which plane and which CA, never the text of a certificate or of anything
 * that could not be read.
 *
 * @param input - anything, such as the body of a request
 */
export function registrationMeta(input: unknown): JsonObject {
  const { controlPlane, kind, namespace, name, planeID, agentCA } =
    readable(input);
  const texts = { controlPlane, kind, namespace, name, planeID };
  return {
    ...Object.fromEntries(
      Object.entries(texts).flatMap(([key, text]) =>
        text === undefined ? [] : [[key, maskText(text).slice(0, MAX_LENGTH)]],
      ),
    ),
    ...(agentCA && caMeta(agentCA)),
  };
}

function caMeta(agentCA: PlaneRegistration['agentCA']): JsonObject {
  if (agentCA.source === 'secret') {
    const secret = secretMeta(agentCA.secretKeyRef);
    return { agentCA: { source: 'secret', secret }, storesSecret: false };
  }
  const { certificates } = readCertificates(agentCA.value);
  const fingerprints = certificates.map(({ fingerprint }) => fingerprint);
  const { storeIn } = agentCA;
  return {
    agentCA: {
      source: 'inline',
      fingerprints,
      ...(storeIn && { secret: secretMeta(storeIn) }),
    },
    storesSecret: storeIn !== undefined,
  };
}

function secretMeta({ namespace, name, key }: SecretKeyRef): JsonObject {
  return { ...(namespace !== undefined && { namespace }), name, key };
}
