import Box from '@mui/material/Box';
import { useTheme } from '@mui/material/styles';
import { toneColours } from '@openchoreo-planes/backstage-plugin-planes-react';
import { RiCheckLine, RiErrorWarningLine } from '@remixicon/react';
import { StepState } from './stepStates';
import { SpokenWord } from '../fields/SpokenWord';

const SIZE = 24;

/** The number of a step, or what came of it. */
export function StepMark(props: {
  status: StepState['status'];
  number: number;
}) {
  const { status, number } = props;
  const theme = useTheme();
  const { primary } = theme.palette;
  const ok = toneColours(theme, 'ok');
  const error = toneColours(theme, 'error');
  const colours = {
    done: { color: ok.text, backgroundColor: ok.tint },
    wrong: { color: error.text, backgroundColor: error.tint },
    current: {
      color: primary.contrastText,
      backgroundColor: primary.main,
    },
    ahead: {
      color: theme.palette.text.secondary,
      border: `1px solid ${theme.palette.divider}`,
    },
  }[status];
  return (
    <Box
      component="span"
      sx={{
        display: 'inline-flex',
        flexShrink: 0,
        alignItems: 'center',
        justifyContent: 'center',
        width: SIZE,
        height: SIZE,
        borderRadius: '50%',
        fontSize: 'caption.fontSize',
        fontWeight: 'fontWeightMedium',
        fontVariantNumeric: 'tabular-nums',
        ...colours,
      }}
    >
      {status === 'done' && (
        <>
          <RiCheckLine size="1.2em" aria-hidden />
          <SpokenWord>Done</SpokenWord>
        </>
      )}
      {status === 'wrong' && (
        <>
          <RiErrorWarningLine size="1.2em" aria-hidden />
          <SpokenWord>To correct</SpokenWord>
        </>
      )}
      {(status === 'current' || status === 'ahead') && number}
    </Box>
  );
}
