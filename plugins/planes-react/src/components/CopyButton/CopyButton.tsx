import IconButton from '@mui/material/IconButton';
import Tooltip from '@mui/material/Tooltip';
import { RiCheckLine, RiFileCopyLine } from '@remixicon/react';
import { useEffect, useState } from 'react';
import useCopyToClipboard from 'react-use/esm/useCopyToClipboard';
import { Announcement } from '../Notice/Announcement';

const CONFIRMATION_MS = 2000;

/**
 * Props of {@link CopyButton}.
 *
 * @public
 */
export interface CopyButtonProps {
  text: string;
  /** What is copied, as it reads after "Copy": `planeID`. */
  label: string;
}

/**
 * A button that copies a text.
 *
 * @public
 */
export function CopyButton(props: CopyButtonProps) {
  const { text, label } = props;
  const [, copy] = useCopyToClipboard();
  const [copied, setCopied] = useState(false);
  useEffect(() => {
    const timer = copied
      ? setTimeout(() => setCopied(false), CONFIRMATION_MS)
      : undefined;
    return () => clearTimeout(timer);
  }, [copied]);
  const Icon = copied ? RiCheckLine : RiFileCopyLine;
  return (
    <>
      <Tooltip title={copied ? 'Copied' : `Copy ${label}`}>
        <IconButton
          size="small"
          aria-label={`Copy ${label}`}
          onClick={() => {
            copy(text);
            setCopied(true);
          }}
          sx={{ my: -0.5 }}
        >
          <Icon size="0.7em" aria-hidden />
        </IconButton>
      </Tooltip>
      <Announcement>{copied && 'Copied'}</Announcement>
    </>
  );
}
