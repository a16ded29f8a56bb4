import { FaultTarget, RecordedRequest } from '../testing/TestControlPlane';
import { isTargeted } from './classifyRequest';

/** What goes wrong with the requests of a target. */
export type FaultEffect =
  | { kind: 'fail'; status: number }
  | { kind: 'delay'; delayMs: number }
  | { kind: 'hang' }
  | { kind: 'garble'; how: 'cut' | 'not-json' }
  | { kind: 'skew'; aheadMs: number }
  | { kind: 'inject'; object: unknown };

/** A fault that is in force. */
export interface FaultRule {
  id: number;
  target: FaultTarget;
  effect: FaultEffect;
}

/** The effects in force for one request. */
export interface FaultPlan {
  delayMs: number;
  /** How far the clock of the server is ahead of ours, in milliseconds. */
  aheadMs: number;
  hangs: boolean;
  failWith?: number;
  garble?: 'cut' | 'not-json';
  injected: readonly unknown[];
}

/** The faults in force, oldest first. */
export class FaultRules {
  readonly #rules = new Map<number, FaultRule>();
  #lastId = 0;

  add(target: FaultTarget, effect: FaultEffect): FaultRule {
    this.#lastId += 1;
    const rule = { id: this.#lastId, target, effect };
    this.#rules.set(rule.id, rule);
    return rule;
  }

  /** Removes a fault and returns it; undefined where it is gone already. */
  remove(id: number): FaultRule | undefined {
    const rule = this.#rules.get(id);
    this.#rules.delete(id);
    return rule;
  }

  all(): FaultRule[] {
    return [...this.#rules.values()];
  }

  /** What becomes of a request. */
  plan(request: RecordedRequest): FaultPlan {
    const plan: FaultPlan = {
      delayMs: 0,
      aheadMs: 0,
      hangs: false,
      injected: [],
    };
    for (const { target, effect } of this.#rules.values()) {
      if (isTargeted(target, request)) {
        applyEffect(plan, effect);
      }
    }
    return plan;
  }
}

function applyEffect(plan: FaultPlan, effect: FaultEffect): void {
  switch (effect.kind) {
    case 'fail':
      plan.failWith = effect.status;
      break;
    case 'delay':
      plan.delayMs += effect.delayMs;
      break;
    case 'skew':
      plan.aheadMs += effect.aheadMs;
      break;
    case 'hang':
      plan.hangs = true;
      break;
    case 'garble':
      plan.garble = effect.how;
      break;
    default:
      plan.injected = [...plan.injected, effect.object];
  }
}
