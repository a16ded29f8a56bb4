import type {
  GatewayRequestOptions,
  GatewayText,
} from '@openchoreo-planes/backstage-plugin-planes-node';
import type { LogLine } from '@openchoreo-planes/backstage-plugin-workflow-runs-common';
import { podsPath } from '../argo/argoPaths';
import type { RunCluster } from '../argo/clusterOf';
import { logFailure } from './logFailure';
import { logLines } from './logLines';
import { isLater, type LogTime, parseLogTime, toSinceTime } from './logTime';

/** As much as OpenChoreo itself shows of the log of a container. */
const DEFAULT_MAX_BYTES = 10 * 1024 * 1024;
/** How often less is asked for, where the lines are so long that their number does not fit. */
const MAX_TRIES = 3;

/** A part of a log. */
export interface LogPart {
  readonly lines: readonly LogLine[];
  /** There are lines before the first, and room for them. */
  readonly hasOlder: boolean;
  /** Lines were left out because the log is too large. */
  readonly truncated: boolean;
  /** There are lines after the last that did not fit: they follow. */
  readonly hasNewer: boolean;
}

/** The log of a container, which is read in pieces: its end, or what is new. */
export class ContainerLog {
  readonly #cluster: RunCluster;
  readonly #pod: string;
  readonly #container: string;
  readonly #options: GatewayRequestOptions;
  readonly #maxBytes: number;

  constructor(
    cluster: RunCluster,
    { pod, container }: { pod: string; container: string },
    options: GatewayRequestOptions & { readonly maxBytes?: number },
  ) {
    this.#cluster = cluster;
    this.#pod = pod;
    this.#container = container;
    this.#options = options;
    this.#maxBytes = options.maxBytes ?? DEFAULT_MAX_BYTES;
  }

  /** The last lines. */
  async tail(count: number): Promise<LogPart> {
    let wanted = count;
    let tries = 0;
    for (;;) {
      tries++;
      // One more than is wanted tells whether there are more.
      const { text, isCut } = await this.#read({
        tailLines: String(wanted + 1),
      });
      const lines = logLines(text, { isCut });
      if (!isCut || tries === MAX_TRIES) {
        const truncated = isCut || wanted < count;
        return {
          lines: lines.slice(-wanted),
          hasOlder: lines.length > wanted && !truncated,
          truncated,
          hasNewer: false,
        };
      }
      // What is cut off is the end, which matters most: ask for half of the lines that fitted.
      wanted = Math.max(1, Math.floor(lines.length / 2));
    }
  }

  /** The lines after a time, the first ones first. */
  async after(since: LogTime): Promise<LogPart> {
    const isNew = ({ time }: LogLine) => isAfter(time, since);
    // The API knows seconds only: those of the same second come again.
    const { text, isCut } = await this.#read({
      sinceTime: toSinceTime(since),
    });
    const lines = logLines(text, { isCut }).filter(isNew);
    if (isCut && lines.length === 0) {
      // So much in one second: without leaving something out, there is no getting past it.
      const part = await this.tail(1_000);
      const newest = part.lines.filter(isNew);
      return { ...part, lines: newest, hasOlder: false, truncated: true };
    }
    return { lines, hasOlder: false, truncated: false, hasNewer: isCut };
  }

  async #read(
    query: Readonly<Record<string, string>>,
  ): Promise<{ text: string; isCut: boolean }> {
    const { gateway, address, reference } = this.#cluster;
    const outcome = await gateway.getText(
      address,
      {
        path: podsPath(reference.namespace, this.#pod, 'log'),
        query: {
          container: this.#container,
          timestamps: 'true',
          limitBytes: String(this.#maxBytes),
          ...query,
        },
        maxBytes: this.#maxBytes,
      },
      this.#options,
    );
    if (!outcome.ok) {
      throw logFailure(outcome.failure);
    }
    return { text: outcome.value.text, isCut: this.#wasCut(outcome.value) };
  }

  /** The kubelet does not say that it has cut a log, but cuts it to the byte. */
  #wasCut({ text, truncated }: GatewayText): boolean {
    return truncated || Buffer.byteLength(text) >= this.#maxBytes;
  }
}

function isAfter(time: string | undefined, since: LogTime): boolean {
  const parsed = parseLogTime(time ?? '');
  return parsed !== undefined && isLater(parsed, since);
}
