import Button from '@mui/material/Button';
import { PlaneSummary } from '@openchoreo-planes/backstage-plugin-planes-common';
import {
  countOf,
  HistoryStrip,
  planeHeadline,
  PlaneStatus,
  useRelativeNow,
} from '@openchoreo-planes/backstage-plugin-planes-react';
import { memo } from 'react';
import { Link } from 'react-router-dom';
import { placeOf, typeOf } from '../view/planeWords';
import { AgentCAChip } from './AgentCAChip';
import { PlaneIcon } from './PlaneIcon';

export interface PlaneTileProps {
  plane: PlaneSummary;
  href: string;
}

/** Since when and why a plane is in its state. */
function Reason(props: { plane: PlaneSummary }) {
  const { state } = props.plane;
  const now = useRelativeNow(Date.parse(state.since ?? ''));
  return (
    <p className="reason">
      {state.since && `${planeHeadline(state, now)}. `}
      {state.reason}
    </p>
  );
}

function PlaneTileView(props: PlaneTileProps) {
  const { plane, href } = props;
  const { connectedAgents, recent, ref, title } = plane;
  return (
    <li className="tile">
      <div className="head">
        <PlaneIcon category={plane.category} />
        <h4>
          <Link className="link" to={href}>
            {title}
          </Link>
        </h4>
        <PlaneStatus state={plane.state.state} />
        <p className="caption">
          {typeOf(plane)} · {placeOf(plane)} / {ref.name}
        </p>
      </div>
      <Reason plane={plane} />
      {recent && (
        <HistoryStrip summary={recent} label="24 hours" from="24 h" to="now" />
      )}
      <div className="foot">
        <span className="tag">planeID {plane.planeID}</span>
        {connectedAgents !== undefined && (
          <span className="tag">{countOf(connectedAgents, 'agent')}</span>
        )}
        {plane.agentCAExpires && <AgentCAChip expires={plane.agentCAExpires} />}
        <Button
          size="small"
          variant="outlined"
          component={Link}
          to={`${href}?connection-test=run`}
          aria-label={`Test connection of ${title}`}
        >
          Test connection
        </Button>
      </div>
    </li>
  );
}

/** A plane as a card: its state, why, how it was lately, and the next step. */
export const PlaneTile = memo(PlaneTileView);
