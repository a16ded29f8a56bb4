import Box from '@mui/material/Box';
import FormControl from '@mui/material/FormControl';
import FormControlLabel from '@mui/material/FormControlLabel';
import FormLabel from '@mui/material/FormLabel';
import Radio from '@mui/material/Radio';
import RadioGroup from '@mui/material/RadioGroup';
import Typography from '@mui/material/Typography';
import { ReactNode, useId } from 'react';
import { GroupValues } from './GroupValues';
import { groupLabel } from './groupWords';
import { ChangedGroup } from './mergeValues';

export interface ConflictChoiceProps {
  conflict: ChangedGroup;
  decision?: 'mine' | 'theirs';
  onDecide: (side: 'mine' | 'theirs') => void;
}

function Side(props: { id?: string; head: ReactNode; children: ReactNode }) {
  return (
    <Box sx={{ minWidth: 0 }}>
      <Box sx={{ minHeight: 36, display: 'flex', alignItems: 'center' }}>
        {props.head}
      </Box>
      <div id={props.id}>{props.children}</div>
    </Box>
  );
}

function Choice(props: { side: string; label: string; describedBy: string }) {
  return (
    <FormControlLabel
      value={props.side}
      label={props.label}
      control={
        <Radio
          size="small"
          inputProps={{ 'aria-describedby': props.describedBy }}
        />
      }
    />
  );
}

/** A value that both sides have changed, as it was and as each wants it, and whose is to count. */
export function ConflictChoice(props: ConflictChoiceProps) {
  const { conflict, decision = null, onDecide } = props;
  const mineId = useId();
  const theirsId = useId();
  return (
    <FormControl component="fieldset" fullWidth>
      <FormLabel component="legend">{groupLabel(conflict.group)}</FormLabel>
      <RadioGroup
        value={decision}
        onChange={(_, side) => onDecide(side === 'mine' ? 'mine' : 'theirs')}
        sx={{
          display: 'grid',
          columnGap: 2,
          rowGap: 1,
          gridTemplateColumns: {
            xs: 'minmax(0, 1fr)',
            sm: 'repeat(3, minmax(0, 1fr))',
          },
        }}
      >
        <Side
          head={
            <Typography variant="body2" color="text.secondary">
              Started from
            </Typography>
          }
        >
          <GroupValues group={conflict} values={conflict.original} />
        </Side>
        <Side
          id={mineId}
          head={<Choice side="mine" label="Keep mine" describedBy={mineId} />}
        >
          <GroupValues group={conflict} values={conflict.mine} />
        </Side>
        <Side
          id={theirsId}
          head={
            <Choice side="theirs" label="Take theirs" describedBy={theirsId} />
          }
        >
          <GroupValues group={conflict} values={conflict.theirs} />
        </Side>
      </RadioGroup>
    </FormControl>
  );
}
