import {
  RelativeTime,
  SEVERITY_LOOKS,
  toneColours,
} from '@openchoreo-planes/backstage-plugin-planes-react';
import { useTheme } from '@mui/material/styles';
import { RunSummary } from '@openchoreo-planes/backstage-plugin-workflow-runs-common';
import { parseEntityRef } from '@backstage/catalog-model';
import { RiGitBranchLine, RiRestartLine, RiUserLine } from '@remixicon/react';
import { Link } from 'react-router-dom';
import { RunDuration } from '../../RunStatus';
import { captionOf, reasonOf, sourceOf } from '../view/runWords';

/** Where a row's links lead; undefined where the portal has no such page. */
export interface RunLinks {
  runHref: (uid: string) => string | undefined;
  entityHref: (entityRef: string) => string;
}

export interface RunCellProps {
  run: RunSummary;
  links: RunLinks;
  /** When its source was last read, where it no longer is; ISO 8601. */
  asOf?: string;
}

function Reason(props: { run: RunSummary }) {
  const { run } = props;
  const theme = useTheme();
  const reason = reasonOf(run);
  const severity = run.explanation?.severity ?? 'error';
  const { text } = toneColours(theme, SEVERITY_LOOKS[severity].tone);
  return reason ? (
    <p className="reason" style={{ color: text }} title={reason}>
      {reason}
    </p>
  ) : null;
}

/** The name of a run, what it is of, and why it failed or waits. */
export function NameCell(props: RunCellProps) {
  const { run, links } = props;
  const href = links.runHref(run.uid);
  return (
    <>
      <p className="line">
        {href ? (
          <Link className="link" to={href}>
            {run.ref.name}
          </Link>
        ) : (
          <span className="link">{run.ref.name}</span>
        )}
      </p>
      <p className="caption">{captionOf(run)}</p>
      <Reason run={run} />
    </>
  );
}

/** Who or what started a run, and of which source. */
export function TriggerCell(props: RunCellProps) {
  const { run, links } = props;
  const { user, rerunOf } = run.trigger;
  const source = sourceOf(run);
  return (
    <>
      {user && (
        <p className="line">
          <RiUserLine size="1em" aria-hidden />
          <Link className="above" to={links.entityHref(user)}>
            {parseEntityRef(user).name}
          </Link>
        </p>
      )}
      {rerunOf && (
        <p className={user ? 'caption' : 'line'} title={`Again: ${rerunOf}`}>
          {!user && <RiRestartLine size="1em" aria-hidden />}
          <span>run again of {rerunOf}</span>
        </p>
      )}
      {source && (
        <p className={user || rerunOf ? 'caption' : 'line'} title={source}>
          {!user && !rerunOf && <RiGitBranchLine size="1em" aria-hidden />}
          <code>{source}</code>
        </p>
      )}
    </>
  );
}

/** The plane that a run runs on. */
export function PlaneCell(props: RunCellProps) {
  const { plane } = props.run;
  if (!plane) {
    return <>–</>;
  }
  return (
    <>
      <p className="line">
        {plane.entityRef ? (
          <Link className="above" to={props.links.entityHref(plane.entityRef)}>
            {plane.title}
          </Link>
        ) : (
          plane.title
        )}
      </p>
      {plane.connected === false && (
        <p className="caption">agent not connected</p>
      )}
    </>
  );
}

/** When a run began. */
export function StartedCell(props: Pick<RunCellProps, 'run'>) {
  const { startedAt, createdAt } = props.run;
  return <RelativeTime light time={startedAt ?? createdAt} />;
}

/** How long a run took, or has taken; before it begins, how long it has waited. */
export function DurationCell(props: Pick<RunCellProps, 'run' | 'asOf'>) {
  const { startedAt, createdAt, completedAt, phase } = props.run;
  const isWaiting = phase === 'Pending';
  return (
    <>
      {isWaiting && 'waiting '}
      <RunDuration
        start={isWaiting ? createdAt : startedAt ?? createdAt}
        end={completedAt ?? props.asOf}
      />
    </>
  );
}
