import type { ArgoNode } from '../../argo/nodeSchema';

/** The times that Argo noted of a node; NaN where it noted none. Milliseconds since 1970. */
export interface Instants {
  readonly started: Float64Array;
  readonly finished: Float64Array;
  readonly running: Float64Array;
}

const GO_ZERO_TIME = Date.parse('0001-01-01T00:00:00Z');

/** Reads a time; NaN for what is none, and for Go's zero time, which means never. */
export function instant(text: string | undefined): number {
  const time = text === undefined ? NaN : Date.parse(text);
  return time === GO_ZERO_TIME ? NaN : time;
}

/** The first time that is known; NaN where none is. */
export function firstKnown(...times: readonly number[]): number {
  return times.find(time => !Number.isNaN(time)) ?? NaN;
}

/** Reads the times of all nodes. */
export function readInstants(nodes: readonly ArgoNode[]): Instants {
  // Argo notes full seconds, so most times occur many times.
  const known = new Map<string | undefined, number>();
  const readOnce = (text: string | undefined) => {
    let time = known.get(text);
    if (time === undefined) {
      time = instant(text);
      known.set(text, time);
    }
    return time;
  };
  const read = (pick: (node: ArgoNode) => string | undefined) => {
    const times = new Float64Array(nodes.length);
    for (let number = 0; number < times.length; number++) {
      times[number] = readOnce(pick(nodes[number]));
    }
    return times;
  };
  return {
    started: read(node => node.startedAt),
    finished: read(node => node.finishedAt),
    running: read(node => node.runningSince),
  };
}
