import { isJsonObject } from '../../../objects/json';
import { seededFraction } from '../names/random';
import { parseDuration } from '../values/durations';
import { asText } from '../values/text';

/** How long what has no `sim/duration` takes. */
const DEFAULT_DURATION = '2-8';

/** Whose behaviour is asked for. */
export interface BehaviourOptions {
  /** Of the template, references resolved. */
  readonly annotations: Readonly<Record<string, string>>;
  /** The name of the step, which annotations such as `sim/duration.build` are about. */
  readonly stepName: string;
  /** How many attempts came before. */
  readonly attempt: number;
  /** Makes what varies the same every time. */
  readonly seed: string;
}

/** How a container ends. */
export interface ContainerEnd {
  /** Infinite for one that never ends by itself. */
  readonly durationMs: number;
  readonly exitCode: number;
  readonly reason: string;
  readonly message?: string;
}

/**
 * What pods of a template do, from the template's annotations:
 *
 * | annotation | value |
 * |---|---|
 * | `sim/duration` | seconds, a duration such as `2m`, a range such as `20-40`, or `forever` |
 * | `sim/jitter` | by which fraction a duration varies, such as `0.2` |
 * | `sim/exit` | the exit code |
 * | `sim/failuntil` | the first so many attempts fail |
 * | `sim/reason` | why the container ended, such as `OOMKilled` |
 * | `sim/message` | what the container says of its failure |
 * | `sim/pending` | how long the pod is not scheduled, as a duration |
 * | `sim/unschedulable` | what the scheduler says while it is not |
 * | `sim/pull` | how long the image is pulled; `forever` for an image that does not exist |
 * | `sim/param` | output parameters, a line `NAME=VALUE` each |
 * | `sim/outputs` | output parameters, as a JSON object |
 * | `sim/result` | the output `result` |
 * | `sim/log` | the kind of log, see `LOG_KINDS` |
 *
 * Each may end in `.NAME` to be about one container of a set, or one step of those that call the template.
 */
export class PodBehaviour {
  readonly #options: BehaviourOptions;

  constructor(options: BehaviourOptions) {
    this.#options = options;
  }

  /** Undefined where nothing holds the pod up. */
  get pendingMs(): number | undefined {
    const message = this.unschedulable;
    return this.#duration('pending') ?? (message ? Infinity : undefined);
  }

  get unschedulable(): string | undefined {
    return this.#value('unschedulable');
  }

  /** Undefined where the image is on the machine already. */
  get pullMs(): number | undefined {
    return this.#duration('pull');
  }

  get logKind(): string | undefined {
    return this.#value('log');
  }

  get result(): string | undefined {
    return this.#value('result');
  }

  /** Values of output parameters. */
  get outputs(): ReadonlyMap<string, string> {
    const outputs = new Map<string, string>();
    for (const line of (this.#value('param') ?? '').split('\n')) {
      const equals = line.indexOf('=');
      if (equals > 0) {
        outputs.set(line.slice(0, equals).trim(), line.slice(equals + 1));
      }
    }
    for (const [name, value] of Object.entries(this.#json('outputs'))) {
      outputs.set(name, asText(value) ?? JSON.stringify(value));
    }
    return outputs;
  }

  /** How the container ends. `share` is the part of the template's duration that is its own. */
  endOf(container: string, share: number): ContainerEnd {
    const own = this.#duration('duration', container);
    const whole =
      this.#duration('duration') ??
      parseVarying(DEFAULT_DURATION, this.#options.seed) ??
      0;
    const exitCode = this.#exitCode(container);
    return {
      durationMs: own ?? whole * share,
      exitCode,
      reason:
        exitCode === 0
          ? 'Completed'
          : this.#value('reason', container) ?? 'Error',
      message: exitCode === 0 ? undefined : this.#value('message', container),
    };
  }

  #exitCode(container: string): number {
    const exitCode = Number(this.#value('exit', container) ?? 0);
    const failUntil = this.#value('failuntil', container);
    if (failUntil === undefined) {
      return exitCode;
    }
    return this.#options.attempt < Number(failUntil) ? exitCode || 1 : 0;
  }

  #value(key: string, container?: string): string | undefined {
    const { annotations, stepName } = this.#options;
    const own =
      container === undefined
        ? undefined
        : annotations[`sim/${key}.${container}`];
    return (
      own ?? annotations[`sim/${key}.${stepName}`] ?? annotations[`sim/${key}`]
    );
  }

  #duration(key: string, container?: string): number | undefined {
    const { annotations, seed } = this.#options;
    const text =
      container === undefined
        ? this.#value(key)
        : annotations[`sim/${key}.${container}`];
    if (text === undefined) {
      return undefined;
    }
    const duration = parseVarying(text, `${seed}/${key}`);
    const jitter = Number(this.#value('jitter') ?? 0);
    return duration === undefined || !jitter
      ? duration
      : duration *
          (1 + jitter * (2 * seededFraction(`${seed}/${key}/jitter`) - 1));
  }

  #json(key: string): Record<string, unknown> {
    try {
      const value: unknown = JSON.parse(this.#value(key) ?? '{}');
      return isJsonObject(value) ? value : {};
    } catch {
      return {};
    }
  }
}

function parseVarying(text: string, seed: string): number | undefined {
  if (text === 'forever') {
    return Infinity;
  }
  const [from, to = from] = text.split('-').map(parseDuration);
  return from === undefined || to === undefined
    ? undefined
    : from + (to - from) * seededFraction(seed);
}
