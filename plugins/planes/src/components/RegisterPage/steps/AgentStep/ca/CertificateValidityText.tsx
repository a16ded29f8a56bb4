import Tooltip from '@mui/material/Tooltip';
import { CertificateFacts } from '@openchoreo-planes/backstage-plugin-planes-common';
import {
  formatExactTime,
  useRelativeNow,
} from '@openchoreo-planes/backstage-plugin-planes-react';
import { certificateValidity } from '../../../../AgentCACard/certificateValidity';
import { ToneText } from '../ToneText';
import { validityText } from './validityText';

/** Until when a certificate is valid; the exact times on hover. */
export function CertificateValidityText(props: {
  certificate: CertificateFacts;
}) {
  const { certificate } = props;
  const { notBefore, notAfter } = certificate;
  const now = useRelativeNow(Date.parse(notAfter));
  const { tone } = certificateValidity(certificate, now);
  const exact = `From ${formatExactTime(
    Date.parse(notBefore),
  )} to ${formatExactTime(Date.parse(notAfter))}`;
  const text = validityText(certificate, now);
  return (
    <Tooltip describeChild title={exact}>
      <span>
        {tone === 'warning' || tone === 'error' ? (
          <ToneText tone={tone}>{text}</ToneText>
        ) : (
          text
        )}
      </span>
    </Tooltip>
  );
}
