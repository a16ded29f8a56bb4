import { planeFindings } from '../findings/planeFindings';
import { createFleet } from '../fleet/createFleet';
import { FindingCode } from '../model/finding';
import { PlaneKind, planeKindInfo } from '../model/kinds';
import { Plane } from '../model/plane';
import { planeKey } from '../model/planeKey';
import { changeProblems } from './changeProblems';
import { nameTaken, otherAgentCA } from './collisionProblems';
import { findingProblem } from './findingProblem';
import { linkProblems } from './linkProblems';
import { planeOfRegistration } from './planeOfRegistration';
import { PlaneRegistration } from './PlaneRegistration';
import { errorsFirst } from './problemOrder';
import { RegistrationProblem } from './RegistrationProblem';
import { ServedPlaneKind } from './ServedPlaneKind';
import { withInlineCA } from './withInlineCA';

/** What a registration is compared with. @public */
export interface LintRegistrationContext {
  readonly served: ServedPlaneKind;
  /**
   * The planes that may matter: of the same control plane, those with the same name, planeID or agent CA, and the
   * observability planes. More do no harm.
   */
  readonly planes: readonly Plane[];
  /** Whether all planes of a kind are known, as for `createFleet`. */
  readonly isKnown: (controlPlane: string, kind: PlaneKind) => boolean;
  /** The plane that is changed; undefined for a new one. */
  readonly current?: Plane;
  readonly now: Date;
}

// Findings that a plane has only because its agent CA is in a Secret.
const OF_SECRETS: readonly FindingCode[] = [
  'agent-ca-not-inline',
  'agent-ca-secret-without-namespace',
];

/** The registration with names that stand in for those that are missing or wrong. */
function withNames(
  registration: Partial<PlaneRegistration>,
  { kind }: ServedPlaneKind,
): Partial<PlaneRegistration> {
  const isCluster = planeKindInfo(kind).scope === 'Cluster';
  return {
    ...registration,
    controlPlane: registration.controlPlane ?? '',
    kind,
    name: 'unnamed',
    namespace: isCluster ? undefined : 'unnamed',
  };
}

/** The findings of a plane that come from its agent CA being stored in a Secret. */
function storedCAProblems(
  registration: Partial<PlaneRegistration>,
  { served, now }: LintRegistrationContext,
): RegistrationProblem[] {
  const { agentCA } = registration;
  const stored =
    agentCA?.source === 'inline' && agentCA.storeIn
      ? planeOfRegistration(registration, served)
      : undefined;
  return stored
    ? planeFindings(stored, now)
        .filter(({ code }) => OF_SECRETS.includes(code))
        .map(finding => findingProblem(finding, stored, registration))
    : [];
}

/**
 * Everything that is wrong or worth knowing about the plane that a registration would make: the findings that the plane
 * would have, and whether its name is taken. Errors first.
 *
 * @remarks
 * Without a valid name and namespace the registration is not compared with other planes.
 *
 * @public
 */
export function lintRegistration(
  registration: Partial<PlaneRegistration>,
  context: LintRegistrationContext,
): RegistrationProblem[] {
  const { served, planes, isKnown, current, now } = context;
  const inline = withInlineCA(registration);
  const plane = planeOfRegistration(inline, served);
  if (!plane) {
    const unnamed = planeOfRegistration(withNames(inline, served), served);
    return unnamed
      ? planeFindings(unnamed, now).map(finding =>
          findingProblem(finding, unnamed, registration),
        )
      : [];
  }
  const others = current
    ? planes.filter(({ ref }) => planeKey(ref) !== planeKey(current.ref))
    : planes;
  const fleet = createFleet([...others, plane], { isKnown });
  return errorsFirst([
    ...nameTaken(plane, others),
    ...planeFindings(plane, now, fleet).map(finding =>
      findingProblem(finding, plane, registration),
    ),
    ...storedCAProblems(registration, context),
    ...otherAgentCA(plane, fleet),
    ...linkProblems(plane, fleet, served, kind =>
      isKnown(plane.ref.controlPlane, kind),
    ),
    ...(current ? changeProblems(plane, current) : []),
  ]);
}
