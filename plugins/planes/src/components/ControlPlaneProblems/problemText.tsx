import {
  Code,
  RelativeTime,
} from '@openchoreo-planes/backstage-plugin-planes-react';
import { ReactNode } from 'react';
import { ControlPlaneProblem } from './findProblems';

interface ProblemText {
  title: ReactNode;
  remedy: ReactNode;
}

function whatOf({ kinds, controlPlane }: ControlPlaneProblem): string {
  const plane = `control plane ${controlPlane}`;
  return kinds.length > 0
    ? `${kinds.join(', ')} of the ${plane}`
    : `The ${plane}`;
}

function Since(props: { problem: ControlPlaneProblem }) {
  const { since } = props.problem;
  return since ? <RelativeTime time={since} /> : <>at no time</>;
}

/** What a problem means, and what to do about it. */
export function problemText(problem: ControlPlaneProblem): ProblemText {
  const { controlPlane, planes, kinds } = problem;
  switch (problem.type) {
    case 'stale':
      return {
        title: (
          <>
            {whatOf(problem)} could last be read <Since problem={problem} /> and
            may have changed.
          </>
        ),
        remedy: 'What is shown is as it was then; the portal keeps trying.',
      };
    case 'forbidden':
      return {
        title: `${whatOf(problem)} may not be read by the portal${
          planes > 0 ? '; the planes shown may have changed.' : '.'
        }`,
        remedy: (
          <>
            Grant its service account to get, list and watch them, as{' '}
            <Code>docs/manifests/rbac.yaml</Code> does.
          </>
        ),
      };
    case 'absent':
      return {
        title: `The control plane ${controlPlane} no longer serves ${
          kinds.length > 0 ? kinds.join(', ') : 'any kind of plane'
        }; ${planes} of them ${
          planes === 1 ? 'is' : 'are'
        } shown as last seen.`,
        remedy: (
          <>
            See whether their definitions are there:{' '}
            <Code>kubectl api-resources --api-group=openchoreo.dev</Code>
          </>
        ),
      };
    case 'gateway-unreachable':
      return {
        title: (
          <>
            The cluster gateway of the control plane {controlPlane} cannot be
            reached; it last answered <Since problem={problem} />. Lost agents
            show up to a minute late.
          </>
        ),
        remedy: (
          <>
            See whether it runs, and whether <Code>gateway.url</Code> of the
            control plane under <Code>openchoreo.controlPlanes</Code> is right.
          </>
        ),
      };
    default:
      return {
        title: `The cluster gateway of the control plane ${controlPlane} and the portal do not accept each other’s certificates; lost agents show up to a minute late.`,
        remedy: (
          <>
            Check <Code>gateway.caFile</Code>, <Code>gateway.certFile</Code> and{' '}
            <Code>gateway.keyFile</Code> of the control plane under{' '}
            <Code>openchoreo.controlPlanes</Code>. The planes may be well.
          </>
        ),
      };
  }
}
