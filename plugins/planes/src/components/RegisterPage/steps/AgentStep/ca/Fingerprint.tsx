import Tooltip from '@mui/material/Tooltip';
import {
  Code,
  CopyButton,
} from '@openchoreo-planes/backstage-plugin-planes-react';

const LEADING = 8;
const TRAILING = 2;

/** A fingerprint by its first and last bytes; all of it on hover, and to copy. */
export function Fingerprint(props: { fingerprint: string }) {
  const { fingerprint } = props;
  return (
    <>
      <Tooltip describeChild title={fingerprint}>
        <span>
          <Code>
            {fingerprint.slice(0, LEADING)}:…:{fingerprint.slice(-TRAILING)}
          </Code>
        </span>
      </Tooltip>{' '}
      <CopyButton text={fingerprint} label="fingerprint" />
    </>
  );
}
