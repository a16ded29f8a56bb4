import {
  RelativeTime,
  SEVERITY_LOOKS,
  toneColours,
} from '@openchoreo-planes/backstage-plugin-planes-react';
import { useTheme } from '@mui/material/styles';
import { RunSummary } from '@openchoreo-planes/backstage-plugin-workflow-runs-common';
import { parseEntityRef } from '@backstage/catalog-model';
import { RiGitBranchLine, RiRefreshLine, RiUserLine } from '@remixicon/react';
import { Link } from 'react-router-dom';
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

/** Why a run failed or waits, in a line of its own. */
export function ReasonLine(props: { run: RunSummary }) {
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

/** The name of a run, and what it is of. */
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
    </>
  );
}

function TriggerUser(props: RunCellProps & { user: string }) {
  const { user, links } = props;
  return (
    <p className="line">
      <RiUserLine size="1em" aria-hidden />
      <Link className="above" to={links.entityHref(user)}>
        {parseEntityRef(user).name}
      </Link>
    </p>
  );
}

/** Who or what started a run, and of which source. */
export function TriggerCell(props: RunCellProps) {
  const { user, rerunOf } = props.run.trigger;
  const source = sourceOf(props.run);
  const again = rerunOf && `run again of ${rerunOf}`;
  if (user) {
    return (
      <>
        <TriggerUser {...props} user={user} />
        <p className="caption" title={again}>
          {again ?? source}
        </p>
      </>
    );
  }
  return again ? (
    <>
      <p className="line" title={again}>
        <RiRefreshLine size="1em" aria-hidden />
        <span>{again}</span>
      </p>
      <p className="caption">{source}</p>
    </>
  ) : (
    source && (
      <p className="line" title={source}>
        <RiGitBranchLine size="1em" aria-hidden />
        <span>{source}</span>
      </p>
    )
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
      {plane.connected === false && <p className="caption">disconnected</p>}
    </>
  );
}

/** When a run began. */
export function StartedCell(props: Pick<RunCellProps, 'run'>) {
  const { startedAt, createdAt } = props.run;
  return <RelativeTime light time={startedAt ?? createdAt} />;
}
