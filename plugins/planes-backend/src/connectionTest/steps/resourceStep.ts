import {
  type Finding,
  formatPlaneRef,
  type Plane,
  planeState,
} from '@openchoreo-planes/backstage-plugin-planes-common';
import { gravest } from '../gravest';
import { formatTime } from '../formatTime';
import { notAccepted, pendingDeletion } from '../remedies/controllerRemedies';
import { fixFinding } from '../remedies/fixFinding';
import { inControlPlane, kubectlPlane } from '../remedies/kubectl';
import type { ConnectionTestContext, LocalStep, StepOutcome } from '../types';
import { isAgentCAFinding } from './agentCAStep';

/** Is the plane's resource known, valid, and accepted by OpenChoreo's controller? */
export const resourceStep: LocalStep = {
  name: 'resource',
  contacts: 'nobody',
  title: plane => `Resource ${formatPlaneRef(plane.ref)}`,
  run(context) {
    return (
      gravest([
        ...acceptance(context),
        ...findings(context.plane),
        ...source(context),
        ...pendingChange(context.plane),
      ]) ?? accepted(context)
    );
  },
};

function stateByResource({
  plane,
  clock,
  staleAfterMs,
}: ConnectionTestContext) {
  return planeState(plane, clock(), { staleAfterMs });
}

function accepted(context: ConnectionTestContext): StepOutcome {
  const { plane } = context;
  const { state, reason } = stateByResource(context);
  if (state === 'not-reported') {
    return { status: 'passed', evidence: reason };
  }
  const time = plane.conditions.find(
    ({ type }) => type === 'Created',
  )?.lastTransitionTime;
  const since = time === undefined ? '' : ` on ${formatTime(time)}`;
  return {
    status: 'passed',
    evidence: `The control plane has the resource, and OpenChoreo accepted it${since}.`,
  };
}

function* acceptance(context: ConnectionTestContext): Iterable<StepOutcome> {
  const { plane } = context;
  const { state, reason } = stateByResource(context);
  if (state === 'not-accepted') {
    yield { status: 'failed', evidence: reason, remedy: notAccepted(plane) };
  }
  if (state === 'deleting' || state === 'deletion-blocked') {
    yield {
      status: 'warning',
      evidence: reason,
      remedy: pendingDeletion(plane),
    };
  }
}

/** What is wrong with the resource that no other step speaks of. */
function findings(plane: Plane): StepOutcome[] {
  return plane.findings.filter(isOwn).flatMap(finding =>
    finding.severity === 'info'
      ? []
      : {
          status: finding.severity === 'error' ? 'failed' : 'warning',
          evidence: finding.message,
          remedy: fixFinding(plane, finding),
        },
  );
}

function isOwn(finding: Finding): boolean {
  return (
    !isAgentCAFinding(finding) &&
    finding.code !== 'observability-plane-kind-invalid' &&
    finding.code !== 'observer-url-invalid'
  );
}

function* source({
  plane,
  inventory,
}: ConnectionTestContext): Iterable<StepOutcome> {
  const status = inventory.sourceOf(plane.ref);
  if (status?.state === 'stale' || status?.state === 'forbidden') {
    const reason = status.error === undefined ? '' : `: ${status.error}`;
    yield {
      status: 'warning',
      evidence: `The resource is as the portal saw it at ${formatTime(
        status.since,
      )}; since then its control plane could not be read${reason}.`,
      remedy: {
        text: `Make the control plane '${plane.ref.controlPlane}' readable for the portal again: its Kubernetes API must answer, and let the portal list and watch ${status.plural}.`,
        field: 'openchoreo.controlPlanes',
        commands: [
          inControlPlane(
            'see the resource as it is now',
            kubectlPlane('get', plane.ref, '-o', 'yaml'),
          ),
        ],
      },
    };
  }
}

/** A Cluster kind's observedGeneration stays behind after every change, so there it means nothing. */
function* pendingChange(plane: Plane): Iterable<StepOutcome> {
  const { ref, generation = 0, observedGeneration } = plane;
  if (
    ref.namespace !== undefined &&
    observedGeneration !== undefined &&
    generation > observedGeneration
  ) {
    yield {
      status: 'warning',
      evidence:
        'OpenChoreo has not taken over the latest change of the resource, and reports nothing new until it has.',
      remedy: notAccepted(plane),
    };
  }
}
