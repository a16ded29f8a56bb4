import { z } from 'zod';
import { RemoteProcess } from './RemoteProcess';

/** What a benchmark asks of the process that views timelines. */
export type ViewersCommand =
  | {
      type: 'start';
      /** Of the API, without a slash at its end. */
      url: string;
      uids: readonly string[];
      /** Of each run. */
      viewers: number;
    }
  | { type: 'stop' };

const viewedSchema = z.array(
  z.object({
    /** Of the run. */
    uid: z.string(),
    /** How many requests it sent. */
    asked: z.number(),
    /** What went wrong with requests. */
    failures: z.array(z.string()),
    /** When its timeline first showed a node as finished, by id, in milliseconds since 1970; absent where it is not measured. */
    closedAt: z.record(z.string(), z.number()).optional(),
  }),
);

/** What one viewer of a run saw. */
export type Viewed = z.infer<typeof viewedSchema>[number];

/** Viewers of runs, in a process of their own as browsers are. */
export class ViewersProcess {
  readonly #process = new RemoteProcess<ViewersCommand>('viewersServer.ts');

  /** Resolves when every viewer has had an answer. */
  async start(
    options: Omit<Extract<ViewersCommand, { type: 'start' }>, 'type'>,
  ): Promise<void> {
    await this.#process.ask({ type: 'start', ...options });
  }

  async stop(): Promise<Viewed[]> {
    const viewed = viewedSchema.parse(
      await this.#process.ask({ type: 'stop' }),
    );
    this.#process.end();
    return viewed;
  }
}
