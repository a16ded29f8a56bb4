import Button from '@mui/material/Button';
import Divider from '@mui/material/Divider';
import Stack from '@mui/material/Stack';
import { RegistrationValues } from '@openchoreo-planes/backstage-plugin-planes-common';
import { useEffect, useRef, useState } from 'react';
import { Notice } from '@openchoreo-planes/backstage-plugin-planes-react';
import { StepCard } from '../../RegisterPage/frame/StepCard';
import { useLeaveGuard } from '../../RegisterPage/leave/useLeaveGuard';
import { ConflictChoice } from './ConflictChoice';
import { LeaveUndecided } from './LeaveUndecided';
import { decideConflicts, Decisions, Merge } from './mergeValues';
import { TakenChanges } from './TakenChanges';

export interface ConflictViewProps {
  /** What the plane is called. */
  title: string;
  merge: Merge;
  /** Told all values, once nothing is open. */
  onDecided: (values: RegistrationValues) => void;
}

/** Both sides of a plane that somebody else has changed meanwhile, and whose values are to count. */
export function ConflictView(props: ConflictViewProps) {
  const { title, merge, onDecided } = props;
  const { conflicts, taken } = merge;
  const [decisions, setDecisions] = useState<Decisions>(new Map());
  const values = decideConflicts(merge, decisions);
  const held = useLeaveGuard(true);
  const top = useRef<HTMLDivElement>(null);
  // The button that had the focus is gone.
  useEffect(() => top.current?.focus(), []);
  return (
    <Stack
      ref={top}
      tabIndex={-1}
      spacing={2}
      sx={{ maxWidth: 960, outline: 'none' }}
    >
      <Notice
        severity="warning"
        title={`Somebody else has changed ${title} since you opened it`}
      >
        Nothing was saved, and nothing you typed is lost. Kubernetes does not
        tell who it was.{' '}
        {conflicts.length > 0 &&
          'Where both of you have changed the same, choose whose counts. '}
        Then review the plane and save it again.
      </Notice>
      {conflicts.length > 0 && (
        <StepCard title="Changed by both">
          <Stack spacing={2} divider={<Divider />}>
            {conflicts.map(conflict => (
              <ConflictChoice
                key={conflict.group}
                conflict={conflict}
                decision={decisions.get(conflict.group)}
                onDecide={side =>
                  setDecisions(current =>
                    new Map(current).set(conflict.group, side),
                  )
                }
              />
            ))}
          </Stack>
        </StepCard>
      )}
      {taken.length > 0 && <TakenChanges taken={taken} />}
      <div>
        <Button
          variant="contained"
          disabled={!values}
          onClick={() => values && onDecided(values)}
        >
          Continue to review
        </Button>
      </div>
      {held && <LeaveUndecided held={held} />}
    </Stack>
  );
}
