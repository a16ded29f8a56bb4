import { RiArrowDownSLine } from '@remixicon/react';
import { memo } from 'react';
import { isGroup } from '../rows/isGroup';
import type { ShownRow } from '../rows/RowTree';
import type { RowDelta } from '../words/delta';
import { rowStatus } from '../words/rowStatus';
import { timingWords } from '../words/rowWords';

const INDENT = 18;
const DEEP_INDENT = 4;
const DEEP = 8;
const FIRST_INDENT = 12;

export interface TreeRowProps {
  shown: ShownRow;
  /** Its number among the visible rows, from 0. */
  index: number;
  height: number;
  /** Of the name, in pixels. */
  nameWidth: number;
  /** Undefined where it has no children to show. */
  expanded: boolean | undefined;
  selected: boolean;
  /** The one that Tab leads to. */
  active: boolean;
  /** A filter did not let it through: it is here for a row below it. */
  context: boolean;
  /** The start of the timeline. */
  origin: number;
  now: () => number;
  delta: RowDelta | undefined;
}

function indent(depth: number): number {
  const deep = Math.max(0, depth - DEEP);
  return FIRST_INDENT + (depth - deep) * INDENT + deep * DEEP_INDENT;
}

function Row(props: TreeRowProps) {
  const { shown, index, expanded, selected, delta, origin } = props;
  const { row } = shown;
  const status = rowStatus(row);
  const classes = [
    'row',
    isGroup(row) && 'group',
    row.kind === 'ghost' && 'ghost',
    props.context && 'context',
    selected && 'selected',
  ];
  return (
    <div
      role="row"
      className={classes.filter(Boolean).join(' ')}
      style={{ top: index * props.height, height: props.height }}
      data-index={index}
      tabIndex={props.active ? 0 : -1}
      aria-level={row.depth + 1}
      aria-posinset={shown.position}
      aria-setsize={shown.siblings}
      // The first row is the header.
      aria-rowindex={index + 2}
      aria-expanded={expanded}
      aria-selected={selected}
    >
      <div
        role="gridcell"
        className="name"
        style={{ paddingLeft: indent(row.depth), width: props.nameWidth }}
      >
        <span className="toggle" data-toggle aria-hidden>
          {expanded !== undefined && <RiArrowDownSLine size={16} />}
        </span>
        <span className={`icon ${status.tone}`}>
          <status.Icon size="1.25em" aria-hidden />
        </span>
        <span className="label" title={row.title}>
          {row.label}
        </span>
        {expanded === false && (
          <span className="more" aria-hidden>
            {row.descendants}
          </span>
        )}
      </div>
      <div role="gridcell" className="words">
        {status.label}
      </div>
      <div role="gridcell" className="words">
        {timingWords(row, { origin, now: props.now(), delta })}
      </div>
    </div>
  );
}

/** A row of the tree. What its bar shows, which is drawn, it says in words. */
export const TreeRow = memo(Row);
