import Paper from '@mui/material/Paper';
import Portal from '@mui/material/Portal';
import { styled } from '@mui/material/styles';
import {
  formatExactDuration,
  StatusIcon,
} from '@openchoreo-planes/backstage-plugin-planes-react';
import {
  formatOffset,
  TimelineRow,
} from '@openchoreo-planes/backstage-plugin-workflow-runs-common';
import {
  ReactNode,
  useLayoutEffect,
  useRef,
  useSyncExternalStore,
} from 'react';
import { Hover } from '../body/hoverAt';
import { lastedMs } from '../geometry/barShape';
import { waitedMs } from '../rows/rowFlags';
import type { RowTree } from '../rows/RowTree';
import type { ValueStore } from '../state/ValueStore';
import { clockTime } from '../words/clockTime';
import { deltaWords, RowDelta } from '../words/delta';
import { rowStatus } from '../words/rowStatus';
import { placeCard } from './placeCard';

export interface HoverCardProps {
  hover: ValueStore<Hover>;
  tree: RowTree;
  origin: number;
  now: () => number;
  deltas: ReadonlyMap<string, RowDelta> | undefined;
}

const Card = styled(Paper)(({ theme }) => ({
  ...theme.typography.caption,
  position: 'fixed',
  top: 0,
  left: 0,
  zIndex: theme.zIndex.tooltip,
  pointerEvents: 'none',
  boxSizing: 'border-box',
  maxWidth: `min(360px, calc(100vw - ${theme.spacing(2)}))`,
  padding: theme.spacing(1.25, 1.5),
  color: theme.palette.text.primary,
  fontVariantNumeric: 'tabular-nums',
  overflowWrap: 'anywhere',
  '& .title': {
    ...theme.typography.body2,
    fontWeight: theme.typography.fontWeightMedium,
    display: 'flex',
    gap: theme.spacing(0.75),
    alignItems: 'center',
    marginBottom: theme.spacing(0.5),
  },
  '& dl': {
    display: 'grid',
    gridTemplateColumns: 'auto minmax(0, 1fr)',
    columnGap: theme.spacing(1.5),
    rowGap: 2,
    margin: 0,
  },
  '& dt': { color: theme.palette.text.secondary },
  '& dd': { margin: 0 },
}));

/** What is known of a row at a glance: label and value. */
function factsOf(
  row: TimelineRow,
  options: { origin: number; now: number; delta: RowDelta | undefined },
): [string, ReactNode][] {
  const { origin, now, delta } = options;
  const lasted = lastedMs(row, now);
  const waited = waitedMs(row);
  const { templateName, message } = row.node;
  const facts: [string, ReactNode | undefined | false][] = [
    [
      'Started',
      row.start !== undefined &&
        `${clockTime(row.start)}, at ${formatOffset(row.start - origin)}`,
    ],
    [
      row.open ? 'So far' : 'Took',
      lasted !== undefined && formatExactDuration(lasted),
    ],
    ['Waited', waited >= 1000 && formatExactDuration(waited)],
    ['Compared', delta && deltaWords(delta)],
    ['Critical path', row.critical && 'the run took as long as this'],
    ['Daemon', row.daemon && 'runs beside the steps after it'],
    ['Clocks', row.clockProblem && 'disagree: its times were cut'],
    ['Template', templateName],
    ['Message', row.reason ?? message],
  ];
  return facts.filter((fact): fact is [string, ReactNode] => Boolean(fact[1]));
}

function CardAt(props: { at: Hover; children: ReactNode }) {
  const { at } = props;
  const ref = useRef<HTMLDivElement>(null);
  useLayoutEffect(() => {
    if (ref.current) {
      ref.current.style.transform = placeCard(ref.current, at);
    }
  });
  return (
    <Card ref={ref} elevation={8} aria-hidden>
      {props.children}
    </Card>
  );
}

/** What the bar under the pointer stands for. The words of the row say the same. */
export function HoverCard(props: HoverCardProps) {
  const { hover, tree, origin, deltas } = props;
  const at = useSyncExternalStore(hover.subscribe, hover.get);
  const row = at && tree.rows[at.number]?.row;
  if (!row) {
    return null;
  }
  const status = rowStatus(row);
  const delta = deltas?.get(row.id);
  const facts = factsOf(row, { origin, now: props.now(), delta });
  return (
    <Portal>
      <CardAt at={at}>
        <div className="title">
          <StatusIcon status={status} />
          {row.title}
        </div>
        <dl>
          <dt>Phase</dt>
          <dd>{status.label}</dd>
          {facts.map(([label, value]) => [
            <dt key={label}>{label}</dt>,
            <dd key={`${label}-value`}>{value}</dd>,
          ])}
        </dl>
      </CardAt>
    </Portal>
  );
}
