import {
  lastToExpire,
  trustedCertificates,
} from '../certificates/agentCACertificates';
import { Finding } from '../model/finding';
import { CertificateFacts, Plane } from '../model/plane';

const EXPIRING_WITHIN_MS = 30 * 24 * 60 * 60_000;
const REMEDY =
  "Put the CA's new certificate beside the old one, renew the agents' certificates, then remove the old one.";

function day(time: string): string {
  return time.slice(0, 10);
}

function notYetValid({
  subject,
  notBefore,
}: CertificateFacts): Omit<Finding, 'severity'> {
  return {
    code: 'agent-ca-not-yet-valid',
    message: `The agent CA "${subject}" is valid only from ${day(
      notBefore,
    )}, so agents are refused until then.`,
    remedy:
      'Use a certificate that is valid now, and check the clock of the machine that made this one.',
  };
}

function allExpired({
  subject,
  notAfter,
}: CertificateFacts): Omit<Finding, 'severity'> {
  return {
    code: 'agent-ca-expired',
    message: `The agent CA "${subject}" expired on ${day(
      notAfter,
    )}, so agents are refused when they connect.`,
    remedy: REMEDY,
  };
}

/** What is wrong at a moment with the dates of a plane's inline agent CA. */
export function agentCAValidityFindings(plane: Plane, now: Date): Finding[] {
  const field = 'spec.clusterAgent.clientCA.value';
  const time = now.getTime();
  const certificates = trustedCertificates(plane);
  const expired = certificates.filter(c => Date.parse(c.notAfter) < time);
  const pending = certificates.filter(c => Date.parse(c.notBefore) > time);
  const valid = certificates.filter(
    c => !expired.includes(c) && !pending.includes(c),
  );
  const last = lastToExpire(valid);
  if (!last) {
    const gone = lastToExpire(expired);
    const [next] = pending;
    const finding = (next && notYetValid(next)) ?? (gone && allExpired(gone));
    return finding ? [{ severity: 'error', field, ...finding }] : [];
  }
  const findings: Finding[] = expired.map(({ subject, notAfter }) => ({
    code: 'agent-ca-expired',
    severity: 'warning',
    field,
    message: `The agent CA "${subject}" expired on ${day(
      notAfter,
    )}; agents with a certificate of it are refused when they connect.`,
    remedy: 'Remove it once no agent uses a certificate of it.',
  }));
  if (Date.parse(last.notAfter) - time < EXPIRING_WITHIN_MS) {
    findings.push({
      code: 'agent-ca-expiring',
      severity: 'warning',
      field,
      message: `The agent CA "${last.subject}" expires on ${day(
        last.notAfter,
      )}; from then on agents are refused when they connect.`,
      remedy: REMEDY,
    });
  }
  return findings;
}
