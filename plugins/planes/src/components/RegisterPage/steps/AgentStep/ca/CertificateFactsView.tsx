import { CertificateReading } from '@openchoreo-planes/backstage-plugin-planes-common';
import {
  Code,
  Fact,
  FactList,
} from '@openchoreo-planes/backstage-plugin-planes-react';
import { CertificateValidityText } from './CertificateValidityText';
import { Fingerprint } from './Fingerprint';
import { UsedBy } from './UsedBy';

function countText({ certificates, unreadable }: CertificateReading): string {
  const others = certificates.slice(1).map(({ subject }) => subject);
  const count =
    others.length > 0
      ? `${certificates.length}: this one, ${others.join('; ')}`
      : '1';
  return unreadable > 0
    ? `${count}; ${unreadable} more that cannot be read, which the gateway ignores`
    : count;
}

/** What a text says that holds certificates: of the one that leads, all that matters. */
export function CertificateFactsView(props: { reading: CertificateReading }) {
  const [lead] = props.reading.certificates;
  if (!lead) {
    return null;
  }
  return (
    <FactList>
      <Fact label="Subject">
        <Code>{lead.subject}</Code>
      </Fact>
      <Fact label="Issuer">
        {lead.selfSigned ? 'Itself' : <Code>{lead.issuer}</Code>}
      </Fact>
      <Fact label="Valid">
        <CertificateValidityText certificate={lead} />
      </Fact>
      <Fact label="SHA-256 fingerprint">
        <Fingerprint fingerprint={lead.fingerprint} />
      </Fact>
      <Fact label="Certificates">{countText(props.reading)}</Fact>
      <Fact label="Used by">
        <UsedBy />
      </Fact>
    </FactList>
  );
}
