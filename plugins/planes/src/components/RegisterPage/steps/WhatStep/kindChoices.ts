import {
  ControlPlaneKinds,
  hasAgents,
  planeKindInfo,
  PlaneKind,
  PlaneKindInfo,
} from '@openchoreo-planes/backstage-plugin-planes-common';
import { OfferedKind } from '../../form/RegistrationForm';

/** A type of plane that can be registered. */
export interface KindChoice {
  gatewayPlaneType: PlaneKindInfo['gatewayPlaneType'];
  label: string;
  /** What it is for. */
  explanation: string;
  /** The kinds of the type, by scope. */
  kinds: readonly OfferedKind[];
}

/** What a control plane offers to be registered, and what it serves besides. */
export interface KindChoices {
  choices: readonly KindChoice[];
  /** Kinds that nothing reconciles any more, and those in their place. */
  superseded: readonly { kind: PlaneKind; by: PlaneKind }[];
  /** Kinds of releases before agents. */
  withoutAgents: readonly PlaneKind[];
}

const EXPLANATIONS: Record<PlaneKindInfo['gatewayPlaneType'], string> = {
  dataplane:
    'Runs the workloads: components are deployed to its cluster, and its gateway serves their endpoints.',
  workflowplane:
    'Runs workflows, such as the builds that turn source code into container images.',
  buildplane: 'Runs the builds that turn source code into container images.',
  observabilityplane:
    'Collects logs, metrics and traces of other planes and answers questions about them.',
};

/** Groups the kinds that a control plane serves by what they are for. */
export function kindChoices(kinds: ControlPlaneKinds['kinds']): KindChoices {
  const offered = kinds.filter(
    served => !served.supersededBy && hasAgents(served),
  );
  const types = new Set(
    offered.map(({ kind }) => planeKindInfo(kind).gatewayPlaneType),
  );
  return {
    choices: [...types].map(gatewayPlaneType => {
      const ofType = offered.filter(
        ({ kind }) => planeKindInfo(kind).gatewayPlaneType === gatewayPlaneType,
      );
      return {
        gatewayPlaneType,
        label: planeKindInfo(ofType[0].kind).label,
        explanation: EXPLANATIONS[gatewayPlaneType],
        kinds: ofType,
      };
    }),
    superseded: kinds.flatMap(({ kind, supersededBy }) =>
      supersededBy ? [{ kind, by: supersededBy }] : [],
    ),
    withoutAgents: kinds
      .filter(served => !served.supersededBy && !hasAgents(served))
      .map(({ kind }) => kind),
  };
}

/** The kind that is meant when a type is chosen: of the scope that was chosen before, where that may be. */
export function kindOfChoice(
  choice: KindChoice,
  current: PlaneKind | undefined,
): PlaneKind | undefined {
  const allowed = choice.kinds.filter(({ mayCreate }) => mayCreate);
  const scope = current && planeKindInfo(current).scope;
  const found =
    allowed.find(({ kind }) => planeKindInfo(kind).scope === scope) ??
    allowed[0];
  return found?.kind;
}
