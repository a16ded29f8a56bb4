import { readCertificates } from '../certificates/readCertificates';
import { agentCAFindings } from '../findings/agentCAFindings';
import { Finding } from '../model/finding';
import { PlaneKindInfo } from '../model/kinds';
import { AgentCA, SecretKeyRef } from '../model/plane';
import {
  asFields,
  Fields,
  fieldsOf,
  readName,
  readNamespace,
  readToken,
} from './readers';

export const SECRET_KEY = /^[-._a-zA-Z0-9]+$/;

/** An agent CA and what is wrong with it. */
export interface AgentCAResult {
  readonly agentCA: AgentCA;
  readonly findings: readonly Finding[];
}

function readSecretKeyRef(clientCA: Fields): SecretKeyRef | undefined {
  // OpenChoreo before v1.0 called it secretRef.
  const fields =
    asFields(clientCA.secretKeyRef) ?? asFields(clientCA.secretRef);
  const name = readName(fields?.name);
  const key = readToken(fields?.key, SECRET_KEY, 253);
  return name !== undefined && key !== undefined
    ? { name, key, namespace: readNamespace(fields?.namespace) }
    : undefined;
}

/**
 * Reads where the CA of a plane's agents comes from. Inline text comes before a Secret, as it does
 * for the cluster gateway.
 *
 * @param parentField - the field that holds `clientCA`: `clusterAgent`, or `agent` before v0.9
 */
export function parseAgentCA(
  spec: Fields,
  parentField: 'clusterAgent' | 'agent',
  info: PlaneKindInfo,
): AgentCAResult {
  const clientCA = fieldsOf(fieldsOf(spec, parentField), 'clientCA');
  const field = `spec.${parentField}.clientCA`;
  const secretKeyRef = readSecretKeyRef(clientCA);
  const { value } = clientCA;
  if (typeof value === 'string' && value !== '') {
    const reading = readCertificates(value);
    const { certificates, problem } = reading;
    return {
      agentCA: problem
        ? { source: 'inline', certificates: [], problem }
        : { source: 'inline', certificates },
      findings: agentCAFindings({ info, field, reading, secretKeyRef }),
    };
  }
  return {
    agentCA: secretKeyRef
      ? { source: 'secret', secretKeyRef }
      : { source: 'none' },
    findings: agentCAFindings({ info, field, secretKeyRef }),
  };
}
