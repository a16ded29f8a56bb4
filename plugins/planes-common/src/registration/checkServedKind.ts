import { planeKindInfo } from '../model/kinds';
import { checkServedGateway } from './checkServedGateway';
import { PlaneRegistration } from './PlaneRegistration';
import { RegistrationProblem } from './RegistrationProblem';
import { planeIDMissing } from './registrationRelations';
import { hasAgents, requiresField, ServedPlaneKind } from './ServedPlaneKind';
import { unservedValues } from './unservedValues';

type Values = Partial<PlaneRegistration>;

function notServed(
  kind: string,
  served: readonly ServedPlaneKind[],
): RegistrationProblem {
  const usable = served.filter(
    one => hasAgents(one) && one.supersededBy === undefined,
  );
  return {
    code: 'kind-not-served',
    severity: 'error',
    field: 'kind',
    message: `The control plane does not serve the kind ${kind}.`,
    remedy:
      usable.length > 0
        ? `Use one of ${usable.map(one => one.kind).join(', ')}.`
        : 'Install the CustomResourceDefinitions of OpenChoreo v0.9 or later in it.',
  };
}

function withoutAgents(kind: string): RegistrationProblem {
  return {
    code: 'kind-without-agents',
    severity: 'error',
    field: 'kind',
    message: `Here a ${kind} holds the credentials of its cluster instead of being reached through an agent, so it cannot be registered in the portal.`,
    remedy: 'Upgrade the control plane to OpenChoreo v0.9 or later.',
  };
}

function* kindProblems(served: ServedPlaneKind): Iterable<RegistrationProblem> {
  if (served.supersededBy) {
    yield {
      code: 'kind-superseded',
      severity: 'warning',
      field: 'kind',
      message: `The control plane still accepts a ${served.kind}, but nothing acts on it any more, and no agent can connect for it.`,
      remedy: `Register a ${served.supersededBy} instead.`,
    };
  }
}

function* missingValues(
  values: Values,
  served: ServedPlaneKind,
): Iterable<RegistrationProblem> {
  // validateRegistration tells it of Cluster kinds, which need a planeID in every release.
  const { kind } = served;
  if (
    planeKindInfo(kind).scope === 'Namespaced' &&
    requiresField(served, 'planeID') &&
    values.planeID === undefined
  ) {
    yield planeIDMissing(kind);
  }
}

function* observabilityProblems(
  values: Values,
  served: ServedPlaneKind,
): Iterable<RegistrationProblem> {
  const isCluster = planeKindInfo(served.kind).scope === 'Cluster';
  const meant = isCluster ? 'ClusterObservabilityPlane' : 'ObservabilityPlane';
  const ref = values.observabilityPlaneRef;
  if (ref && served.observabilityPlaneRefIsString && ref.kind !== meant) {
    const [means, choose] = isCluster
      ? [`a ${meant}`, `a ${meant}`]
      : [
          `an ${meant} in its own namespace`,
          `an ${meant} of the same namespace`,
        ];
    yield {
      code: 'observability-plane-kind-invalid',
      severity: 'error',
      field: 'observabilityPlaneRef.kind',
      message: `A ${served.kind} of this control plane refers to an observability plane by its name alone, which always means ${means}.`,
      remedy: `Choose ${choose}, or leave it out.`,
    };
  }
}

/**
 * Compares a registration with what its control plane serves: what the kind requires, and what it does not know.
 *
 * @param served - the kinds that the control plane serves
 * @public
 */
export function checkServedKind(
  registration: Partial<PlaneRegistration>,
  served: readonly ServedPlaneKind[],
): RegistrationProblem[] {
  const { kind } = registration;
  if (kind === undefined) {
    return [];
  }
  const servedKind = served.find(one => one.kind === kind);
  if (!servedKind) {
    return [notServed(kind, served)];
  }
  if (!hasAgents(servedKind)) {
    return [withoutAgents(kind)];
  }
  return [
    ...missingValues(registration, servedKind),
    ...unservedValues(registration, servedKind),
    ...observabilityProblems(registration, servedKind),
    ...checkServedGateway(registration.gateway, servedKind),
    ...kindProblems(servedKind),
  ];
}
