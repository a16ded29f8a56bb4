import {
  GatewayStatus,
  SourceStatus,
} from '@openchoreo-planes/backstage-plugin-planes-common';

/** Why what is shown of a control plane may not be true, or comes late. */
export interface ControlPlaneProblem {
  type:
    | 'stale'
    | 'forbidden'
    /** Not served any more, though planes of it are known. */
    | 'absent'
    | 'gateway-unreachable'
    | 'gateway-refused';
  controlPlane: string;
  /** The kinds of planes it is about, in the plural; empty where it is all of them. */
  kinds: string[];
  /** How many planes are known of those kinds. */
  planes: number;
  /** When the first of them was last right, ISO 8601. */
  since?: string;
  /** In plain words, each once. */
  errors: string[];
}

const SOURCE_PROBLEMS = ['stale', 'forbidden', 'absent'] as const;

function sourceProblems(
  controlPlane: string,
  sources: readonly SourceStatus[],
): ControlPlaneProblem[] {
  const served = sources.filter(
    ({ state, planes }) => state !== 'absent' || planes > 0,
  );
  return SOURCE_PROBLEMS.flatMap(type => {
    const bad = served.filter(({ state }) => state === type);
    if (bad.length === 0) {
      return [];
    }
    const kinds = new Set(bad.map(({ kind }) => `${kind}s`));
    const times = bad.map(({ since }) => since);
    return {
      type,
      controlPlane,
      kinds: bad.length === served.length ? [] : [...kinds],
      planes: bad.reduce((sum, { planes }) => sum + planes, 0),
      since: times.reduce((a, b) => (Date.parse(b) < Date.parse(a) ? b : a)),
      errors: [...new Set(bad.flatMap(({ error }) => error ?? []))],
    };
  });
}

function gatewayProblems(gateway: GatewayStatus): ControlPlaneProblem[] {
  const { state, controlPlane, error } = gateway;
  if (state !== 'unreachable' && state !== 'refused') {
    return [];
  }
  return [
    {
      type: `gateway-${state}`,
      controlPlane,
      kinds: [],
      planes: 0,
      since: gateway.asOf ?? gateway.since,
      errors: error ? [error] : [],
    },
  ];
}

/** What is wrong between the portal and its control planes: one problem for all that fails in the same way. */
export function findProblems(
  sources: readonly SourceStatus[],
  gateways: readonly GatewayStatus[],
): ControlPlaneProblem[] {
  const names = new Set(sources.map(({ controlPlane }) => controlPlane));
  return [
    ...[...names].flatMap(name =>
      sourceProblems(
        name,
        sources.filter(({ controlPlane }) => controlPlane === name),
      ),
    ),
    ...gateways.flatMap(gatewayProblems),
  ];
}
