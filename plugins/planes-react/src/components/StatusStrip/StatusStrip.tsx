import Box from '@mui/material/Box';
import { useTheme } from '@mui/material/styles';
import { ReactNode } from 'react';
import { StatusInfo } from '../../status/StatusInfo';
import { toneColours } from '../../status/toneColours';
import { StatusButton } from './StatusButton';

/**
 * One figure of a {@link StatusStrip}.
 *
 * @public
 */
export interface StatusFigure<K extends string> {
  key: K;
  status: StatusInfo;
  count: number;
  /** Only these are shown. */
  pressed: boolean;
}

/**
 * Props of {@link StatusStrip}.
 *
 * @public
 */
export interface StatusStripProps<K extends string> {
  /** What is counted: `Planes by state`. */
  label: string;
  figures: readonly StatusFigure<K>[];
  onToggle: (key: K) => void;
  /** What else there is to say, at the end of the line. */
  children?: ReactNode;
}

function Bar<K extends string>(props: Pick<StatusStripProps<K>, 'figures'>) {
  const theme = useTheme();
  return (
    <Box
      aria-hidden
      sx={{ display: 'flex', gap: '2px', height: 8, overflow: 'hidden' }}
    >
      {props.figures
        .filter(({ count }) => count > 0)
        .map(({ key, count, status }) => (
          <Box
            key={key}
            style={{
              flexGrow: count,
              backgroundColor: toneColours(theme, status.tone).text,
            }}
            sx={{ flexBasis: 0, minWidth: 4, borderRadius: 0.5 }}
          />
        ))}
    </Box>
  );
}

/**
 * How many stand how, as a bar and as figures; each figure is a filter.
 *
 * @public
 */
export function StatusStrip<K extends string>(props: StatusStripProps<K>) {
  const { label, figures, onToggle, children } = props;
  return (
    <Box
      role="group"
      aria-label={label}
      sx={theme => ({
        px: 2,
        py: 1.5,
        border: `1px solid ${theme.palette.divider}`,
        borderRadius: 2,
        backgroundColor: 'background.paper',
      })}
    >
      <Bar figures={figures} />
      <Box
        sx={{
          display: 'flex',
          flexWrap: 'wrap',
          alignItems: 'center',
          columnGap: 1.5,
          pt: 1,
          mx: -1,
        }}
      >
        {figures.map(({ key, ...figure }) => (
          <StatusButton key={key} {...figure} onClick={() => onToggle(key)} />
        ))}
        {children}
      </Box>
    </Box>
  );
}
