import { inspect } from 'node:util';
import type {
  AuditorServiceCreateEventOptions,
  AuditorServiceEvent,
  LoggerService,
  RootLoggerService,
} from '@backstage/backend-plugin-api';
import type { JsonObject } from '@backstage/types';

/** What Backstage's scaffolder logs of a step's input when a template is tried out, for the person who does. */
const DRY_RUN_INPUT = /Running \S+ in dry-run mode with inputs/;

/** Everything that leaves the plugins by another way than an answer, as text and by its way. */
export class Recorder {
  readonly #texts = new Map<string, string[]>();

  /** Errors with what they carry along, at any depth. */
  add(channel: string, ...things: readonly unknown[]): void {
    const texts = this.#texts.get(channel) ?? [];
    texts.push(...things.map(thing => inspect(thing, { depth: 20 })));
    this.#texts.set(channel, texts);
  }

  channels(): [channel: string, text: string][] {
    return [...this.#texts].map(([channel, texts]) => [
      channel,
      texts.join('\n'),
    ]);
  }

  /** A logger of every level. */
  logger(meta: JsonObject = {}): RootLoggerService {
    const log: LoggerService['debug'] = (message, more) => {
      if (!DRY_RUN_INPUT.test(message)) {
        this.add('log', message, meta, more);
      }
    };
    return {
      error: log,
      warn: log,
      info: log,
      debug: log,
      child: more => this.logger({ ...meta, ...more }),
    };
  }

  /** For `mockServices.auditor.mock`. */
  readonly createEvent = async ({
    request: _,
    ...options
  }: AuditorServiceCreateEventOptions): Promise<AuditorServiceEvent> => {
    this.add('audit', options);
    return {
      success: async more => this.add('audit', more),
      fail: async more => this.add('audit', more),
    };
  };
}
