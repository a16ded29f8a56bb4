import { Dice } from '../names/Dice';
import { BehaviourSheet, DurationRange } from './BehaviourSheet';

/** How a container ends. */
export interface ContainerEnd {
  /** Infinite for one that never ends by itself. */
  readonly durationMs: number;
  readonly exitCode: number;
  readonly reason: string;
  readonly message?: string;
}

/** What one pod does: what varies is decided. */
export class PodBehaviour {
  readonly sheet: BehaviourSheet;
  readonly #attempt: number;
  readonly #dice: Dice;

  /** @param attempt - how many attempts came before */
  constructor(sheet: BehaviourSheet, attempt: number, dice: Dice) {
    this.sheet = sheet;
    this.#attempt = attempt;
    this.#dice = dice;
  }

  /** How long it waits for a place; undefined where nothing holds it up. */
  get pendingMs(): number | undefined {
    return this.#pick('pending', this.sheet.pending);
  }

  /** How long its image is pulled; undefined where that is on the machine already. */
  get pullMs(): number | undefined {
    return this.#pick('pull', this.sheet.pull);
  }

  /** How the container ends. `share` is the part of the pod's duration that is its own. */
  endOf(container: string, share: number): ContainerEnd {
    const sheet = this.sheet.container(container);
    const exitCode = this.#exitCode(sheet.exitCode, sheet.failUntil);
    const own = this.#pick(container, sheet.duration);
    const whole = this.#pick('duration', this.sheet.duration) ?? 0;
    return {
      durationMs: own ?? whole * share,
      exitCode,
      reason: exitCode === 0 ? 'Completed' : sheet.reason ?? 'Error',
      message: exitCode === 0 ? undefined : sheet.message,
    };
  }

  #exitCode(exitCode: number, failUntil: number | undefined): number {
    if (failUntil === undefined) {
      return exitCode;
    }
    return this.#attempt < failUntil ? exitCode || 1 : 0;
  }

  #pick(what: string, range: DurationRange | undefined): number | undefined {
    if (!range || range.from === Infinity) {
      return range?.from;
    }
    const { jitter } = this.sheet;
    const picked =
      range.from === range.to
        ? range.from
        : this.#dice.between(what, range.from, range.to);
    return jitter
      ? picked * this.#dice.between(`${what}/jitter`, 1 - jitter, 1 + jitter)
      : picked;
  }
}
