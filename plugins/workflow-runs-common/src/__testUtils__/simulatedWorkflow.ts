import fc from 'fast-check';
import type { ArgoNode } from '../argo/nodeSchema';

/** What a workflow is to do, in seconds. */
export type Work =
  | { readonly type: 'pod'; readonly wait: number; readonly run: number }
  | { readonly type: 'suspend'; readonly run: number }
  | { readonly type: 'skipped' }
  | {
      readonly type: 'retry';
      readonly attempts: readonly Work[];
      readonly backoff: number;
    }
  | { readonly type: 'steps'; readonly groups: readonly (readonly Step[])[] }
  | {
      readonly type: 'dag';
      readonly tasks: readonly (Step & { readonly after: readonly number[] })[];
    };

/** A step or task: some work, or a loop over several. */
export interface Step {
  readonly works: readonly Work[];
  readonly loop: boolean;
}

const BEGAN = Date.parse('2026-11-21T00:00:00Z');

/** A time of the simulated clock. */
export function at(seconds: number): string {
  return new Date(BEGAN + seconds * 1000).toISOString();
}

interface Done {
  readonly id: string;
  readonly end: number;
  readonly outbound: readonly string[];
}

interface Place {
  readonly name: string;
  readonly displayName: string;
  readonly boundaryID?: string;
  readonly retried?: boolean;
}

/** Does as Argo does with work, without any delay of its own, and notes nodes as Argo does. */
export class SimulatedWorkflow {
  readonly nodes: ArgoNode[] = [];
  readonly #byId = new Map<string, ArgoNode>();

  /** Runs a workflow named `wf` and an exit handler; returns when it ended. */
  run(main: Work, exitHandler: Work | undefined): number {
    const { end } = this.#work(main, { name: 'wf', displayName: 'wf' }, 0);
    return exitHandler
      ? this.#work(
          exitHandler,
          { name: 'wf.onExit', displayName: 'wf.onExit' },
          end,
        ).end
      : end;
  }

  #add(
    place: Place,
    type: ArgoNode['type'],
    start: number,
    more?: Partial<ArgoNode>,
  ): ArgoNode {
    const id =
      place.name === 'wf' ? 'wf' : `wf-${(this.nodes.length * 7919) % 10_007}`;
    const node: ArgoNode = {
      id,
      ...place,
      type,
      phase: 'Succeeded',
      templateName: place.displayName.replace(/\(.*/, ''),
      startedAt: at(start),
      finishedAt: at(start),
      children: [],
      ...more,
    };
    this.nodes.push(node);
    this.#byId.set(id, node);
    return node;
  }

  #link(from: Iterable<string>, to: string): void {
    for (const id of from) {
      this.#byId.get(id)?.children.push(to);
    }
  }

  #end(node: ArgoNode, end: number, outbound?: readonly string[]): Done {
    node.finishedAt = at(end);
    return { id: node.id, end, outbound: outbound ?? [node.id] };
  }

  #work(work: Work, place: Place, start: number): Done {
    switch (work.type) {
      case 'pod': {
        const end = start + work.wait + work.run;
        const runningSince = at(start + work.wait);
        return this.#end(this.#add(place, 'Pod', start, { runningSince }), end);
      }
      case 'suspend':
        return this.#end(this.#add(place, 'Suspend', start), start + work.run);
      case 'skipped':
        return this.#end(
          this.#add(place, 'Skipped', start, {
            phase: 'Skipped',
            message: "when 'a == b' evaluated false",
          }),
          start,
        );
      case 'retry':
        return this.#retry(work.attempts, work.backoff, place, start);
      case 'steps':
        return this.#steps(work.groups, place, start);
      default:
        return this.#dag(work.tasks, place, start);
    }
  }

  #retry(
    attempts: readonly Work[],
    backoff: number,
    place: Place,
    start: number,
  ): Done {
    const { name, displayName, boundaryID } = place;
    const retry = this.#add(place, 'Retry', start);
    let last: Done = { id: retry.id, end: start - backoff, outbound: [] };
    attempts.forEach((attempt, number) => {
      const suffix = `(${number})`;
      last = this.#work(
        attempt,
        {
          name: name + suffix,
          displayName: displayName + suffix,
          boundaryID,
          retried: true,
        },
        last.end + backoff,
      );
      this.#link([retry.id], last.id);
    });
    return this.#end(retry, last.end, last.outbound);
  }

  #steps(
    groups: readonly (readonly Step[])[],
    place: Place,
    start: number,
  ): Done {
    const steps = this.#add(place, 'Steps', start);
    let end = start;
    let before: readonly string[] = [steps.id];
    groups.forEach((group, number) => {
      const name = `${place.name}[${number}]`;
      const groupNode = this.#add(
        { name, displayName: `[${number}]`, boundaryID: steps.id },
        'StepGroup',
        end,
      );
      this.#link(before, groupNode.id);
      const done = group.flatMap((step, index) =>
        this.#members(
          step,
          `${name}.step-${index}`,
          `step-${index}`,
          steps.id,
          end,
        ),
      );
      done.forEach(({ id }) => this.#link([groupNode.id], id));
      end = Math.max(end, ...done.map(member => member.end));
      this.#end(groupNode, end);
      before = done.flatMap(({ outbound }) => outbound);
    });
    return this.#end(steps, end, before);
  }

  #members(
    { works, loop }: Step,
    name: string,
    displayName: string,
    boundaryID: string,
    start: number,
  ): Done[] {
    return works.slice(0, loop ? works.length : 1).map((work, item) => {
      const suffix = loop ? `(${item}:item-${item})` : '';
      const place = { name: name + suffix, displayName: displayName + suffix };
      return this.#work(work, { ...place, boundaryID }, start);
    });
  }

  #dag(
    tasks: readonly (Step & { readonly after: readonly number[] })[],
    place: Place,
    start: number,
  ): Done {
    const dag = this.#add(place, 'DAG', start);
    const done: Done[] = [];
    const isLast = tasks.map(() => true);
    tasks.forEach((task, number) => {
      const after = [...new Set(task.after.filter(other => other < number))];
      after.forEach(other => {
        isLast[other] = false;
      });
      const begin = Math.max(start, ...after.map(other => done[other].end));
      const before =
        after.length > 0
          ? after.flatMap(other => done[other].outbound)
          : [dag.id];
      done.push(
        this.#task(
          task,
          `${place.name}.task-${number}`,
          `task-${number}`,
          dag.id,
          begin,
          before,
        ),
      );
    });
    const end = Math.max(start, ...done.map(task => task.end));
    const outbound = done.flatMap((task, number) =>
      isLast[number] ? task.outbound : [],
    );
    return this.#end(dag, end, outbound);
  }

  #task(
    step: Step,
    name: string,
    displayName: string,
    boundaryID: string,
    start: number,
    before: readonly string[],
  ): Done {
    if (!step.loop) {
      const [done] = this.#members(step, name, displayName, boundaryID, start);
      this.#link(new Set(before), done.id);
      return done;
    }
    const loop = this.#add(
      { name, displayName, boundaryID },
      'TaskGroup',
      start,
    );
    this.#link(new Set(before), loop.id);
    const items = this.#members(step, name, displayName, boundaryID, start);
    items.forEach(({ id }) => this.#link([loop.id], id));
    const end = Math.max(start, ...items.map(item => item.end));
    return this.#end(
      loop,
      end,
      items.flatMap(({ outbound }) => outbound),
    );
  }
}

const seconds = fc.integer({ min: 0, max: 60 });

/** Work of any shape. */
export const anyWork: fc.Arbitrary<Work> = fc.letrec<{
  work: Work;
  pod: Work;
  step: Step;
}>(tie => {
  const attempts = fc.array(tie('pod'), { minLength: 1, maxLength: 4 });
  const after = fc.array(fc.nat({ max: 4 }), { maxLength: 3 });
  return {
    pod: fc.record({
      type: fc.constant('pod' as const),
      wait: seconds,
      run: seconds,
    }),
    step: fc.record({
      works: fc.array(tie('work'), { minLength: 1, maxLength: 4 }),
      loop: fc.boolean(),
    }),
    work: fc.oneof(
      { maxDepth: 3, depthIdentifier: 'work' },
      tie('pod'),
      fc.record({ type: fc.constant('suspend' as const), run: seconds }),
      fc.constant({ type: 'skipped' as const }),
      fc.record({
        type: fc.constant('retry' as const),
        attempts,
        backoff: seconds,
      }),
      fc.record({
        type: fc.constant('steps' as const),
        groups: fc.array(
          fc.array(tie('step'), { minLength: 1, maxLength: 3 }),
          {
            maxLength: 4,
          },
        ),
      }),
      fc.record({
        type: fc.constant('dag' as const),
        tasks: fc.array(
          fc
            .tuple(tie('step'), after)
            .map(([step, others]) => ({ ...step, after: others })),
          { minLength: 1, maxLength: 5 },
        ),
      }),
    ),
  };
}).work;
