import { isJsonObject } from '../../../objects/json';
import { parseDuration } from '../values/durations';
import { asText } from '../values/text';

/** How long what has no `sim/duration` takes. */
const DEFAULT_DURATION: DurationRange = { from: 2_000, to: 8_000 };

/** A duration between two, in milliseconds; both infinite for `forever`. */
export interface DurationRange {
  readonly from: number;
  readonly to: number;
}

/** What the annotations say of one container. */
export interface ContainerSheet {
  /** Its own, as opposed to that of the whole pod. */
  readonly duration?: DurationRange;
  readonly exitCode: number;
  /** So many attempts fail, and the next one does not. */
  readonly failUntil?: number;
  readonly reason?: string;
  readonly message?: string;
}

function parseRange(text: string | undefined): DurationRange | undefined {
  if (text === undefined) {
    return undefined;
  }
  if (text === 'forever') {
    return { from: Infinity, to: Infinity };
  }
  const [from, to = from] = text.split('-').map(parseDuration);
  return from === undefined || to === undefined ? undefined : { from, to };
}

function parseObject(text: string): Record<string, unknown> {
  try {
    const value: unknown = JSON.parse(text);
    return isJsonObject(value) ? value : {};
  } catch {
    return {};
  }
}

/**
 * What the pods of a template do, by the template's annotations:
 *
 * | annotation | value |
 * |---|---|
 * | `sim/duration` | seconds, a duration such as `2m`, a range such as `20-40`, or `forever` |
 * | `sim/jitter` | by which part a duration varies, such as `0.2` |
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
 * Each may end in `.NAME` to be about one container of a set, or about one step of those that call the template.
 */
export class BehaviourSheet {
  readonly duration: DurationRange;
  readonly jitter: number;
  readonly pending?: DurationRange;
  readonly unschedulable?: string;
  readonly pull?: DurationRange;
  readonly result?: string;
  readonly logKind?: string;
  readonly outputs: ReadonlyMap<string, string>;
  readonly #annotations: Readonly<Record<string, string>>;
  readonly #stepName: string;
  readonly #containers = new Map<string, ContainerSheet>();

  constructor(annotations: Readonly<Record<string, string>>, stepName: string) {
    this.#annotations = annotations;
    this.#stepName = stepName;
    this.duration = parseRange(this.#value('duration')) ?? DEFAULT_DURATION;
    this.jitter = Number(this.#value('jitter') ?? 0) || 0;
    this.unschedulable = this.#value('unschedulable');
    this.pending = parseRange(
      this.#value('pending') ?? (this.unschedulable && 'forever'),
    );
    this.pull = parseRange(this.#value('pull'));
    this.result = this.#value('result');
    this.logKind = this.#value('log');
    this.outputs = this.#readOutputs();
  }

  /** What is said of a container. */
  container(name: string): ContainerSheet {
    const known = this.#containers.get(name);
    if (known) {
      return known;
    }
    const failUntil = Number(this.#value('failuntil', name));
    const sheet = {
      duration: parseRange(this.#annotations[`sim/duration.${name}`]),
      exitCode: Number(this.#value('exit', name) ?? 0) || 0,
      failUntil: Number.isNaN(failUntil) ? undefined : failUntil,
      reason: this.#value('reason', name),
      message: this.#value('message', name),
    };
    this.#containers.set(name, sheet);
    return sheet;
  }

  #readOutputs(): ReadonlyMap<string, string> {
    const outputs = new Map<string, string>();
    for (const line of (this.#value('param') ?? '').split('\n')) {
      const equals = line.indexOf('=');
      if (equals > 0) {
        outputs.set(line.slice(0, equals).trim(), line.slice(equals + 1));
      }
    }
    const object = parseObject(this.#value('outputs') ?? '{}');
    for (const [name, value] of Object.entries(object)) {
      outputs.set(name, asText(value) ?? JSON.stringify(value));
    }
    return outputs;
  }

  #value(key: string, container?: string): string | undefined {
    const own =
      container === undefined
        ? undefined
        : this.#annotations[`sim/${key}.${container}`];
    return (
      own ??
      this.#annotations[`sim/${key}.${this.#stepName}`] ??
      this.#annotations[`sim/${key}`]
    );
  }
}

const sheets = new WeakMap<object, Map<string, BehaviourSheet>>();

/** The sheet for a step's pods; made once for all that share a template. */
export function behaviourSheet(
  annotations: Readonly<Record<string, string>>,
  stepName: string,
): BehaviourSheet {
  const known = sheets.get(annotations) ?? new Map<string, BehaviourSheet>();
  sheets.set(annotations, known);
  const sheet =
    known.get(stepName) ?? new BehaviourSheet(annotations, stepName);
  known.set(stepName, sheet);
  return sheet;
}
