import { simulatedPlaneKind } from '../controllers/planeKinds';
import { AgentCa, AgentCaOptions, createAgentCa } from './certificates';
import { DAY } from './durations';
import { AgentCaForm, PlaneSeed } from './PlaneSeed';

/** Agents of one pool have certificates of one CA, however many planes name it. */
export function agentPool({ kind, planeID, name }: PlaneSeed): string {
  return `${simulatedPlaneKind(kind).planeType}/${planeID ?? name}`;
}

/** The first plane of each agent pool, which decides for those that share it. */
export function poolLeaders(
  seeds: readonly PlaneSeed[],
): ReadonlyMap<string, PlaneSeed> {
  const leaders = new Map<string, PlaneSeed>();
  for (const seed of seeds) {
    if (!leaders.has(agentPool(seed))) {
      leaders.set(agentPool(seed), seed);
    }
  }
  return leaders;
}

function validity(
  form: AgentCaForm,
  now: number,
): Pick<AgentCaOptions, 'notBefore' | 'notAfter' | 'isCA'> {
  switch (form) {
    case 'expiring':
      return { notBefore: now - 353 * DAY, notAfter: now + 12 * DAY };
    case 'expired':
      return { notBefore: now - 368 * DAY, notAfter: now - 3 * DAY };
    case 'leaf':
      return {
        notBefore: now - 203 * DAY,
        notAfter: now + 527 * DAY,
        isCA: false,
      };
    default:
      return { notBefore: now - 480 * DAY, notAfter: now + 3170 * DAY };
  }
}

/** The CA that a plane names, and the one that signed its agents. */
export interface IssuedCa {
  readonly named: AgentCa;
  readonly signing: AgentCa;
}

/** Issues the CAs of a world: one for each agent pool, and one more for each plane that names another. */
export async function issueAgentCas(
  seeds: readonly PlaneSeed[],
  now: number,
): Promise<(seed: PlaneSeed) => IssuedCa> {
  const issue = (seed: PlaneSeed, form: AgentCaForm) =>
    createAgentCa({
      commonName: `${seed.planeID ?? seed.name} agent CA`,
      organization: seed.namespace ?? 'platform',
      ...validity(form, now),
    });
  const pools = new Map<string, AgentCa>();
  const others = new Map<PlaneSeed, AgentCa>();
  for (const seed of seeds) {
    const form = seed.agentCa ?? 'valid';
    if (form === 'unrelated') {
      others.set(seed, await issue(seed, form));
    } else if (!pools.has(agentPool(seed))) {
      pools.set(agentPool(seed), await issue(seed, form));
    }
  }
  return seed => {
    const signing = pools.get(agentPool(seed));
    if (!signing) {
      throw new TypeError(`No plane of '${agentPool(seed)}' names its CA`);
    }
    return { named: others.get(seed) ?? signing, signing };
  };
}
