import { CertificateReading } from '../certificates/readCertificates';
import { Finding } from '../model/finding';
import { PlaneKindInfo } from '../model/kinds';
import { SecretKeyRef } from '../model/plane';

interface AgentCAInput {
  readonly info: PlaneKindInfo;
  /** The path of `clientCA`. */
  readonly field: string;
  /** What the inline text holds; undefined where there is none. */
  readonly reading?: CertificateReading;
  readonly secretKeyRef?: SecretKeyRef;
}

const PUT_PEM =
  'Put the PEM text of the CA certificate into it as it is, from BEGIN CERTIFICATE to END CERTIFICATE.';

function unusable(
  reading: CertificateReading,
  field: string,
): Finding | undefined {
  const detail = reading.detail ?? '';
  switch (reading.problem) {
    case 'private-key':
      return undefined;
    case 'base64-encoded':
      return {
        code: 'agent-ca-base64',
        severity: 'error',
        field,
        message: `The agent CA cannot be used, so no agent is authorised for this plane. ${detail}`,
        remedy: `Decode it once with "base64 -d" and put the result, which begins with BEGIN CERTIFICATE, into ${field}.`,
      };
    case 'not-pem':
      return {
        code: 'agent-ca-not-pem',
        severity: 'error',
        field,
        message: `The agent CA cannot be used, so no agent is authorised for this plane. ${detail}`,
        remedy: PUT_PEM,
      };
    default:
      return reading.unreadable === 0
        ? undefined
        : {
            code: 'agent-ca-not-pem',
            severity: 'warning',
            field,
            message: `The cluster gateway ignores ${reading.unreadable} of ${
              reading.unreadable + reading.certificates.length
            } certificates of the agent CA because they are damaged or cut short.`,
            remedy: 'Replace the damaged certificates, or remove them.',
          };
  }
}

function* inlineFindings(
  reading: CertificateReading,
  field: string,
): Iterable<Finding> {
  if (reading.containsPrivateKey) {
    yield {
      code: 'agent-ca-private-key',
      severity: 'error',
      field,
      message:
        reading.certificates.length > 0
          ? 'The agent CA holds a private key beside the certificate, and everyone who may read the resource can read it.'
          : 'The agent CA is a private key instead of a certificate: no agent is authorised for this plane, and everyone who may read the resource can read the key.',
      remedy:
        'Replace it by the CA certificate alone, and treat the key as leaked: make a new CA and new agent certificates.',
    };
  }
  const problem = unusable(reading, field);
  if (problem) {
    yield problem;
  }
  const [lead] = reading.certificates;
  if (lead && !lead.isCA) {
    yield {
      code: 'agent-ca-leaf',
      severity: 'warning',
      field,
      message: `The agent CA "${lead.subject}" is not the certificate of a CA: only an agent that presents this very certificate is authorised, and renewing that certificate locks it out.`,
      remedy:
        'Use the certificate of the CA that signs the agent certificates; its basic constraints say CA:TRUE.',
    };
  }
}

/** What is wrong with the agent CA of a resource, whatever the time. */
export function agentCAFindings(input: AgentCAInput): Finding[] {
  const { info, field, reading, secretKeyRef } = input;
  const findings: Finding[] = [];
  if (reading) {
    findings.push(...inlineFindings(reading, `${field}.value`));
    if (secretKeyRef) {
      findings.push({
        code: 'agent-ca-both-sources',
        severity: 'warning',
        field,
        message: `The agent CA is given twice: the inline value counts, and Secret "${secretKeyRef.name}" is ignored.`,
        remedy: 'Remove one of the two.',
      });
    }
  } else if (!secretKeyRef) {
    findings.push({
      code: 'agent-ca-absent',
      severity: 'error',
      field,
      message:
        'No agent CA is configured, so no agent is authorised for this plane.',
      remedy: `Put the PEM text of the CA that signs the agent's certificate into ${field}.value, or name the Secret and key that hold it.`,
    });
  } else if (info.scope === 'Cluster' && secretKeyRef.namespace === undefined) {
    findings.push({
      code: 'agent-ca-secret-without-namespace',
      severity: 'warning',
      field: `${field}.secretKeyRef.namespace`,
      message: `The agent CA is in Secret "${secretKeyRef.name}", but a ${info.kind} has no namespace in which it would be looked up.`,
      remedy: 'Name the namespace of the Secret.',
    });
  }
  if (!reading && secretKeyRef && info.planeType === 'observability') {
    findings.push({
      code: 'agent-ca-not-inline',
      severity: 'warning',
      field,
      message: `The agent CA is in Secret "${secretKeyRef.name}": the agent connects, but OpenChoreo's controllers use an observability plane only if its CA is inline.`,
      remedy: `Put the PEM text of the CA into ${field}.value as well.`,
    });
  }
  return findings;
}
