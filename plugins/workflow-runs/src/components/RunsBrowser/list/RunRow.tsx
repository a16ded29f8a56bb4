import { memo, ReactNode } from 'react';
import { MiniTimeline } from '../../MiniTimeline';
import { RunStatus, RunTook } from '../../RunStatus';
import { ColumnName, RowColumns } from './columns';
import { ListedRun } from './holdRuns';
import {
  NameCell,
  PlaneCell,
  RunCellProps,
  ReasonLine,
  RunLinks,
  StartedCell,
  TriggerCell,
} from './RunCells';

export interface RunRowProps extends ListedRun {
  links: RunLinks;
  asOf?: string;
  columns: RowColumns;
  /** The number of the row, from 0, and how many there are. */
  index: number;
  count: number;
  /** Pixels from the top of the list. */
  top: number;
  measure: (element: HTMLElement | null) => void;
}

function content(name: ColumnName, props: RunCellProps): ReactNode {
  const { run, asOf } = props;
  switch (name) {
    case 'status':
      return <RunStatus phase={run.phase} />;
    case 'name':
      return <NameCell {...props} />;
    case 'timeline':
      return (
        <MiniTimeline
          tasks={run.tasks}
          taskCount={run.taskCount}
          start={run.startedAt ?? run.createdAt}
          end={run.completedAt ?? asOf}
        />
      );
    case 'trigger':
      return <TriggerCell {...props} />;
    case 'plane':
      return <PlaneCell {...props} />;
    case 'started':
      return <StartedCell run={run} />;
    default:
      return <RunTook run={run} asOf={asOf} />;
  }
}

/** What has no column of its own where there is little room. */
function Foot(props: RunCellProps & { names: readonly ColumnName[] }) {
  const { names, ...cell } = props;
  const missing = (name: ColumnName) => !names.includes(name);
  return (
    <div className="foot">
      {missing('status') && <RunStatus phase={cell.run.phase} />}
      {missing('started') && <StartedCell run={cell.run} />}
      {missing('duration') && (
        <span>
          <RunTook run={cell.run} asOf={cell.asOf} />
        </span>
      )}
    </div>
  );
}

function RunRowView(props: RunRowProps) {
  const { run, gone, links, asOf, columns, index } = props;
  const cell = { run, links, asOf };
  return (
    <div
      role="listitem"
      className={gone ? 'row gone' : 'row'}
      aria-posinset={index + 1}
      aria-setsize={props.count}
      ref={props.measure}
      data-index={index}
      style={{ top: props.top, gridTemplateColumns: columns.template }}
    >
      {columns.names.map(name => (
        <div key={name} className={`cell ${name}`}>
          {content(name, cell)}
          {name === 'name' && columns.isStacked && (
            <Foot {...cell} names={columns.names} />
          )}
        </div>
      ))}
      <ReasonLine run={run} />
    </div>
  );
}

/** A run as a row. */
export const RunRow = memo(RunRowView);
