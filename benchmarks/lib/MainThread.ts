import type { Page } from '@playwright/test';
import { z } from 'zod';

const eventSchema = z.object({
  name: z.string(),
  pid: z.number(),
  tid: z.number(),
  ph: z.string(),
  dur: z.number().optional(),
  tdur: z.number().optional(),
  args: z.object({ name: z.string().optional() }).loose().optional(),
});

const MAIN_THREAD = 'CrRendererMain';

/** A task of a main thread, in milliseconds. */
export interface Task {
  /** From its begin to its end, whatever else the machine did meanwhile. */
  readonly wall: number;
  /** That the thread itself worked. */
  readonly cpu: number;
}

/** Watches what keeps the main thread of a page busy. */
export class MainThread {
  readonly #page: Page;

  constructor(page: Page) {
    this.#page = page;
  }

  /** All tasks while something is done, the longest first. */
  async tasksDuring(action: () => Promise<void>): Promise<Task[]> {
    const session = await this.#page.context().newCDPSession(this.#page);
    const events: z.infer<typeof eventSchema>[] = [];
    session.on('Tracing.dataCollected', ({ value }) => {
      events.push(...z.array(eventSchema).parse(value));
    });
    const complete = new Promise<void>(resolve => {
      session.on('Tracing.tracingComplete', () => resolve());
    });
    await session.send('Tracing.start', {
      transferMode: 'ReportEvents',
      traceConfig: {
        includedCategories: [
          'devtools.timeline',
          'disabled-by-default-devtools.timeline',
        ],
      },
    });
    await action();
    await session.send('Tracing.end');
    await complete;
    await session.detach();
    const threads = new Set(
      events
        .filter(
          ({ name, args }) =>
            name === 'thread_name' && args?.name === MAIN_THREAD,
        )
        .map(({ pid, tid }) => `${pid} ${tid}`),
    );
    return events
      .filter(
        ({ name, ph, pid, tid }) =>
          name === 'RunTask' && ph === 'X' && threads.has(`${pid} ${tid}`),
      )
      .map(({ dur = 0, tdur = 0 }) => ({ wall: dur / 1000, cpu: tdur / 1000 }))
      .sort((a, b) => b.wall - a.wall);
  }
}
