import { PlaneSummary } from '@openchoreo-planes/backstage-plugin-planes-common';
import {
  countOf,
  HistoryStrip,
  PlaneStatus,
  RelativeTime,
} from '@openchoreo-planes/backstage-plugin-planes-react';
import { ReactNode } from 'react';
import { Link } from 'react-router-dom';
import { placeOf, typeOf } from '../view/planeWords';
import { AgentCAChip } from './AgentCAChip';
import { ColumnName } from './columns';
import { PlaneIcon } from './PlaneIcon';

export interface PlaneCellProps {
  column: ColumnName;
  plane: PlaneSummary;
  href: string;
}

function content({ column, plane, href }: PlaneCellProps): ReactNode {
  switch (column) {
    case 'name':
      return (
        <>
          <PlaneIcon category={plane.category} />
          <Link className="link" to={href}>
            {plane.title}
          </Link>
          {plane.agentCAExpires && (
            <AgentCAChip expires={plane.agentCAExpires} />
          )}
        </>
      );
    case 'type':
      return typeOf(plane);
    case 'namespace':
      return placeOf(plane);
    case 'planeID':
      return <code>{plane.planeID}</code>;
    case 'agents':
      return plane.connectedAgents === undefined
        ? '–'
        : countOf(plane.connectedAgents, 'agent');
    case 'heartbeat':
      return plane.lastHeartbeat ? (
        <RelativeTime light time={plane.lastHeartbeat} />
      ) : (
        '–'
      );
    case 'history':
      return (
        plane.recent && (
          <HistoryStrip summary={plane.recent} label="24 hours" size="row" />
        )
      );
    default:
      return <PlaneStatus state={plane.state.state} />;
  }
}

/** What one column says about a plane. */
export function PlaneCell(props: PlaneCellProps) {
  return (
    <div role="cell" className={`cell ${props.column}`}>
      {content(props)}
    </div>
  );
}
