import Box from '@mui/material/Box';
import { useTheme } from '@mui/material/styles';
import { CertificateFacts } from '@openchoreo-planes/backstage-plugin-planes-common';
import {
  RelativeTime,
  toneColours,
  useRelativeNow,
} from '@openchoreo-planes/backstage-plugin-planes-react';
import { RiAlertLine } from '@remixicon/react';
import { certificateValidity } from './certificateValidity';

export interface ValidityProps {
  certificate: CertificateFacts;
  /** Something reads before it: "CA, expires in 83 days". */
  inline?: boolean;
}

/** When a certificate ends (or begins), in colour and with an icon only where that is soon or past. */
export function Validity(props: ValidityProps) {
  const { certificate, inline } = props;
  const theme = useTheme();
  const now = useRelativeNow(Date.parse(certificate.notAfter));
  const { verb, time, tone } = certificateValidity(certificate, now);
  return (
    <Box
      component="span"
      sx={{
        color: tone && toneColours(theme, tone).text,
        fontWeight: tone && 'fontWeightMedium',
      }}
    >
      {tone && (
        <>
          <RiAlertLine
            size="1em"
            aria-hidden
            style={{ verticalAlign: '-0.1em' }}
          />{' '}
        </>
      )}
      {inline ? verb.toLowerCase() : verb} <RelativeTime time={time} />
    </Box>
  );
}
