import { CertificateFacts } from '@openchoreo-planes/backstage-plugin-planes-common';
import {
  Code,
  CopyableCode,
  Fact,
  FactList,
} from '@openchoreo-planes/backstage-plugin-planes-react';
import { Validity } from './Validity';

/** What a certificate says about itself. */
export function CertificateFactList(props: { certificate: CertificateFacts }) {
  const { subject, issuer, fingerprint, isCA, selfSigned } = props.certificate;
  return (
    <FactList>
      <Fact label="Kind">
        {isCA ? 'Certificate authority' : 'Leaf certificate, not a CA'}
      </Fact>
      <Fact label="Validity">
        <Validity certificate={props.certificate} />
      </Fact>
      <Fact label="Subject" wide>
        <Code>{subject}</Code>
      </Fact>
      <Fact label="Issuer" wide>
        {selfSigned ? 'Itself' : <Code>{issuer}</Code>}
      </Fact>
      <Fact label="SHA-256 fingerprint" wide>
        <CopyableCode text={fingerprint} label="fingerprint" />
      </Fact>
    </FactList>
  );
}
