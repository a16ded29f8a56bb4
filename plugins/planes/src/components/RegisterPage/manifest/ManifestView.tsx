import Box from '@mui/material/Box';
import { keyframes } from '@mui/material/styles';
import { useEffect, useRef } from 'react';
import { manifestLines } from './manifestLines';

const HELD_MS = 1500;

function tint(colour: string) {
  return keyframes`from { background-color: ${colour}; }`;
}

/** A manifest, with what has just changed tinted for a moment. */
export function ManifestView(props: { yaml: string }) {
  const lines = manifestLines(props.yaml);
  // A line that is new comes with an element of its own, so that the tint needs no comparison. What the page opens with is
  // not new.
  const opened = useRef(false);
  useEffect(() => {
    opened.current = true;
  }, []);
  const isOpen = opened.current;
  return (
    <Box
      component="pre"
      // It can be scrolled, so it can be reached.
      tabIndex={0}
      aria-label="Manifest in YAML"
      sx={theme => ({
        m: 0,
        maxHeight: 480,
        overflow: 'auto',
        fontFamily: 'monospace',
        fontSize: 'caption.fontSize',
        lineHeight: 1.6,
        whiteSpace: 'pre-wrap',
        overflowWrap: 'anywhere',
        '& .new': {
          animation: `${tint(
            theme.palette.action.selected,
          )} ${HELD_MS}ms step-end`,
        },
        '@media (prefers-reduced-motion: reduce)': {
          '& .new': { animation: 'none' },
        },
      })}
    >
      {lines.map(({ id, key, text }) => (
        <ManifestLineView key={id} isNew={isOpen} name={key} text={text} />
      ))}
    </Box>
  );
}

function ManifestLineView(props: {
  isNew: boolean;
  name: string;
  text: string;
}) {
  const { name, text } = props;
  // As it was when the line came.
  const { current: isNew } = useRef(props.isNew);
  return (
    <div className={isNew ? 'new' : undefined}>
      {name && (
        <Box component="span" sx={{ color: 'text.secondary' }}>
          {name}
        </Box>
      )}
      {name && text && ' '}
      {text}
      {'\n'}
    </div>
  );
}
