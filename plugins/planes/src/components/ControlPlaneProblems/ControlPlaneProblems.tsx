import {
  GatewayStatus,
  SourceStatus,
} from '@openchoreo-planes/backstage-plugin-planes-common';
import { Notice } from '@openchoreo-planes/backstage-plugin-planes-react';
import { findProblems } from './findProblems';
import { problemText } from './problemText';

export interface ControlPlaneProblemsProps {
  sources: readonly SourceStatus[];
  gateways: readonly GatewayStatus[];
}

/** Says which control planes are not up to date, or tell late, and what to do about it. */
export function ControlPlaneProblems(props: ControlPlaneProblemsProps) {
  return (
    <>
      {findProblems(props.sources, props.gateways).map(problem => {
        const { title, remedy } = problemText(problem);
        return (
          <Notice
            key={`${problem.controlPlane}/${problem.type}`}
            severity="warning"
            title={title}
          >
            {remedy} {problem.errors.join(' ')}
          </Notice>
        );
      })}
    </>
  );
}
