import {
  Code,
  Notice,
  RelativeTime,
} from '@openchoreo-planes/backstage-plugin-planes-react';
import { RunSourceStatus } from '@openchoreo-planes/backstage-plugin-workflow-runs-common';
import { ReactNode } from 'react';
import { findSourceProblems, SourceProblem } from './findSourceProblems';

function whatOf({ kinds, controlPlane }: SourceProblem): string {
  const which = kinds.length > 0 ? kinds.join(', ') : 'The runs';
  return `${which} of the control plane ${controlPlane}`;
}

function titleOf(problem: SourceProblem): ReactNode {
  const what = whatOf(problem);
  switch (problem.type) {
    case 'stale':
      return (
        <>
          {what} could last be read <RelativeTime time={problem.since} /> and
          may have changed.
        </>
      );
    case 'forbidden':
      return `${what} may not be read by the portal.`;
    default:
      return `${what} are being read; some are still missing.`;
  }
}

function remedyOf(problem: SourceProblem): ReactNode {
  switch (problem.type) {
    case 'stale':
      return 'What is shown is as it was then; the portal keeps trying.';
    case 'forbidden':
      return (
        <>
          Grant its service account to get, list and watch them, as{' '}
          <Code>docs/manifests/rbac.yaml</Code> does.
        </>
      );
    default:
      return undefined;
  }
}

/** Says which control planes are not up to date, and what to do about it. */
export function SourceProblems(props: { sources: readonly RunSourceStatus[] }) {
  return (
    <>
      {findSourceProblems(props.sources).map(problem => (
        <Notice
          key={`${problem.controlPlane}/${problem.type}`}
          severity={problem.type === 'syncing' ? 'info' : 'warning'}
          title={titleOf(problem)}
        >
          {remedyOf(problem)} {problem.errors.join(' ')}
        </Notice>
      ))}
    </>
  );
}
