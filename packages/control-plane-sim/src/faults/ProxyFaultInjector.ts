import { FaultInjector, FaultTarget } from '../testing/TestControlPlane';
import { isTargeted } from './classifyRequest';
import { FaultEffect, FaultRule, FaultRules } from './FaultRules';
import { ProxiedWatch } from './ProxiedWatch';

/** Brings faults into force: for new requests by rules, for open watches at once. */
export class ProxyFaultInjector implements FaultInjector {
  readonly rules = new FaultRules();
  readonly watches = new Set<ProxiedWatch>();

  fail(target: FaultTarget, status: number): () => void {
    return this.#inForce(target, { kind: 'fail', status });
  }

  delay(target: FaultTarget, delayMs: number): () => void {
    return this.#inForce(target, { kind: 'delay', delayMs });
  }

  hang(target: FaultTarget): () => void {
    return this.#inForce(target, { kind: 'hang' });
  }

  garble(target: FaultTarget, how: 'cut' | 'not-json'): () => void {
    return this.#inForce(target, { kind: 'garble', how });
  }

  inject(plural: string, object: unknown): () => void {
    return this.#inForce({ plural }, { kind: 'inject', object });
  }

  skewClock(aheadMs: number): () => void {
    return this.#inForce({}, { kind: 'skew', aheadMs });
  }

  dropWatches(target: FaultTarget = {}): void {
    for (const watch of this.#targeted(target)) {
      watch.drop();
    }
  }

  clear(): void {
    for (const { id } of this.rules.all()) {
      this.remove(id);
    }
  }

  /** Brings a fault into force. */
  add(target: FaultTarget, effect: FaultEffect): FaultRule {
    const rule = this.rules.add(target, effect);
    for (const watch of this.#targeted(target)) {
      if (effect.kind === 'hang') {
        watch.silence();
      } else if (effect.kind === 'garble') {
        watch.garble(effect.how);
      } else if (effect.kind === 'inject') {
        watch.sendEvent('ADDED', effect.object);
      }
    }
    return rule;
  }

  /** Ends a fault; nothing happens where it has ended already. */
  remove(id: number): void {
    const rule = this.rules.remove(id);
    if (rule?.effect.kind === 'inject') {
      for (const watch of this.#targeted(rule.target)) {
        watch.sendEvent('DELETED', rule.effect.object);
      }
    }
  }

  #inForce(target: FaultTarget, effect: FaultEffect): () => void {
    const { id } = this.add(target, effect);
    return () => this.remove(id);
  }

  #targeted(target: FaultTarget): ProxiedWatch[] {
    return [...this.watches].filter(watch => isTargeted(target, watch.request));
  }
}
