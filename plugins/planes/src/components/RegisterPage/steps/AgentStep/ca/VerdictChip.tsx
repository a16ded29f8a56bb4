import { styled, useTheme } from '@mui/material/styles';
import { toneColours } from '@openchoreo-planes/backstage-plugin-planes-react';
import {
  RemixiconComponentType,
  RiAlertLine,
  RiCheckLine,
  RiErrorWarningLine,
} from '@remixicon/react';
import { CAVerdict } from './caVerdict';

const ICONS: Record<CAVerdict['tone'], RemixiconComponentType> = {
  ok: RiCheckLine,
  warning: RiAlertLine,
  error: RiErrorWarningLine,
};

const Chip = styled('span')(({ theme }) => ({
  ...theme.typography.caption,
  fontWeight: theme.typography.fontWeightMedium,
  display: 'inline-flex',
  alignItems: 'center',
  gap: theme.spacing(0.75),
  padding: theme.spacing(0.25, 1.25),
  borderRadius: theme.spacing(2),
}));

/** What a text for the agent CA is, as icon, words and colour. */
export function VerdictChip(props: CAVerdict) {
  const { tone, label } = props;
  const { text, tint } = toneColours(useTheme(), tone);
  const Icon = ICONS[tone];
  return (
    <Chip style={{ color: text, backgroundColor: tint }}>
      <Icon size="1em" aria-hidden />
      <span>{label}</span>
    </Chip>
  );
}
