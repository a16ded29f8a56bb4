import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { brotliDecompressSync, gunzipSync } from 'node:zlib';
import {
  isJsonObject,
  jsonEqual,
  JsonObject,
  objectAt,
  stringAt,
} from '../../objects/json';
import {
  SimulatedWorkflow,
  WorkflowSimulation,
  WorkflowSimulationOptions,
  WorkflowTiming,
} from './index';

/** What a real controller wrote, of a release, in the middle of a run or after it. */
interface Recording {
  readonly argo: '3.7' | '4.1';
  readonly shape: string;
  readonly moment: 'running' | 'final';
  readonly workflow: JsonObject;
  readonly labels: JsonObject;
  readonly annotations: JsonObject;
  readonly status: JsonObject;
  /** Of a run with so many nodes that only examples were kept. */
  readonly nodeCount?: number;
}

const LONG_ENOUGH_MS = 30 * 60_000;
/** As fast as recorded controllers were, which a busy machine and limits of the API made slower or more eager. */
const TIMINGS: readonly Partial<WorkflowTiming>[] = [
  {},
  { podCreationMs: 100 },
  { requeueMs: 1_000, podCreationMs: 600 },
];
/** Looks of the recorded controller lie ten seconds apart; smaller differences mean nothing. */
const TIMES_DIFFER_MS = 5_000;

function readRecordings(): Recording[] {
  const file = join(__dirname, '__fixtures__/recorded-workflows.json');
  const entries: unknown = JSON.parse(readFileSync(file, 'utf8'));
  const objects = Array.isArray(entries) ? entries.filter(isJsonObject) : [];
  const workflowOf = (entry: JsonObject) =>
    objects.find(
      ({ argo, shape, workflow }) =>
        workflow && argo === entry.argo && shape === entry.shape,
    )?.workflow;
  return objects.map(entry => ({
    argo: entry.argo === '3.7' ? '3.7' : '4.1',
    shape: stringAt(entry, 'shape') ?? '',
    moment: entry.moment === 'final' ? 'final' : 'running',
    workflow: objectAt({ workflow: workflowOf(entry) }, 'workflow'),
    labels: objectAt(entry, 'labels'),
    annotations: objectAt(entry, 'annotations'),
    status: objectAt(entry, 'status'),
    nodeCount:
      typeof entry.nodeCount === 'number' ? entry.nodeCount : undefined,
  }));
}

const RECORDINGS = readRecordings();

/** What the recorded pods did that the specs do not say: how long they took, where that was left to chance. */
const CHANCE: Readonly<Record<string, Readonly<Record<string, string>>>> = {
  'loop-items': { 'sim/duration': '4' },
  nested: { 'sim/duration': '3', 'sim/duration.side': '12' },
};

function withChance({ shape, workflow }: Recording): JsonObject {
  const annotations = CHANCE[shape];
  if (!annotations) {
    return workflow;
  }
  const spec = objectAt(workflow, 'spec');
  const templates = Array.isArray(spec.templates) ? spec.templates : [];
  return {
    ...workflow,
    spec: {
      ...spec,
      templates: templates.map((template: unknown) =>
        stringAt(template, 'name') === 'q' && isJsonObject(template)
          ? { ...template, metadata: { annotations } }
          : template,
      ),
    },
  };
}

function optionsFor(recording: Recording): WorkflowSimulationOptions {
  const { argo, shape } = recording;
  const workflow = withChance(recording);
  const createdAt = Date.parse(
    String(objectAt(workflow, 'metadata').creationTimestamp),
  );
  const nodes = Object.values(objectAt(recording.status, 'nodes'));
  return {
    workflow,
    argoVersion: argo,
    interventions:
      shape === 'terminated'
        ? [{ at: createdAt + 30_000, action: 'terminate' }]
        : [],
    // When the newer release was recorded, the older one had left its result in the cache.
    memoized:
      shape === 'memoized' && argo === '4.1'
        ? nodes.slice(1, 2).map(node => ({
            cacheName: 'my-cache',
            key: 'k1',
            outputs: objectAt(node, 'outputs'),
          }))
        : [],
  };
}

/** Without what is different in every run: times, addresses and the amount of resources. */
function withoutChance(value: JsonObject): JsonObject {
  const { startedAt, finishedAt, resourcesDuration, podIP, ...rest } = value;
  return {
    ...rest,
    startedAt: startedAt === null ? 'none' : typeof startedAt,
    finishedAt: finishedAt === null ? 'none' : typeof finishedAt,
    resourcesDuration: isJsonObject(resourcesDuration)
      ? Object.keys(resourcesDuration).sort()
      : 'none',
    podIP: podIP === undefined ? 'none' : 'some',
  };
}

interface Comparable {
  readonly labels: JsonObject;
  readonly annotations: JsonObject;
  readonly status: JsonObject;
}

function comparable({ labels, annotations, status }: Comparable): JsonObject {
  const nodes = Object.entries(objectAt(status, 'nodes')).map(
    ([id, node]) =>
      [id, isJsonObject(node) ? withoutChance(node) : {}] as const,
  );
  return {
    labels,
    annotations: {
      ...annotations,
      ...('workflows.argoproj.io/trace-id' in annotations
        ? { 'workflows.argoproj.io/trace-id': 'some' }
        : {}),
    },
    status: { ...withoutChance(status), nodes: Object.fromEntries(nodes) },
  };
}

/** The workflow at every time at which something about it changes. */
function* snapshots(
  options: WorkflowSimulationOptions,
): Generator<SimulatedWorkflow> {
  const simulation = WorkflowSimulation.create(options);
  const start = simulation.nextChangeAt ?? 0;
  for (
    let at = simulation.nextChangeAt;
    at !== undefined && at < start + LONG_ENOUGH_MS;
    at = simulation.nextChangeAt
  ) {
    if (simulation.advance(at).workflow) {
      yield simulation.snapshot();
    }
  }
}

/** The course of the recorded workflow, at Argo's own pace and at others. */
function courses(recording: Recording): SimulatedWorkflow[][] {
  const options = optionsFor(recording);
  return TIMINGS.map(timing => [...snapshots({ ...options, timing })]);
}

function timeOf(node: unknown, field: string): number {
  return Date.parse(stringAt(node, field) ?? '');
}

/** The pairs of nodes that began, or ended by the controller's hand, in another order than they did for real. */
function misordered(simulated: JsonObject, recorded: JsonObject): string[] {
  const ours = objectAt(simulated, 'nodes');
  const theirs = objectAt(recorded, 'nodes');
  const ids = Object.keys(theirs);
  const controlled = ids.filter(id => stringAt(theirs[id], 'type') !== 'Pod');
  const swapped = (field: string, among: readonly string[]) =>
    among.flatMap(a =>
      among
        .filter(
          b =>
            timeOf(theirs[b], field) - timeOf(theirs[a], field) >
              TIMES_DIFFER_MS &&
            timeOf(ours[b], field) < timeOf(ours[a], field),
        )
        .map(b => `${field} of ${a} and ${b}`),
    );
  return [...swapped('startedAt', ids), ...swapped('finishedAt', controlled)];
}

const SMALL = RECORDINGS.filter(
  ({ nodeCount, status }) => !nodeCount && !status.compressedNodes,
);
const titled = (recordings: readonly Recording[]) =>
  recordings.map(
    recording =>
      [
        `${recording.shape} of Argo ${recording.argo}, ${recording.moment}`,
        recording,
      ] as const,
  );

describe('what real controllers wrote', () => {
  it.each(titled(SMALL))('%s', (_title, recording) => {
    const wanted = comparable(recording);
    const [own, ...others] = courses(recording);
    const found = [own, ...others]
      .flat()
      .filter(each => jsonEqual(comparable(each), wanted));
    // Of a run that is over, the last state counts; of one that is not, any: the last one shows what differs.
    const last = own[own.length - 1];
    const shown = recording.moment === 'final' ? last : found[0] ?? last;
    expect(comparable(shown)).toEqual(wanted);
    expect(
      found.flatMap(({ status }) => misordered(status, recording.status)),
    ).toEqual([]);
  });
});

/** What there is in a run with many nodes: which fields nodes of a type and phase have. */
function kindsOfNodes(nodes: JsonObject): string[] {
  const kinds = Object.values(nodes).map(node => {
    const fields = isJsonObject(node) ? Object.keys(node).sort() : [];
    const { type, phase } = isJsonObject(node) ? node : {};
    return `${type} ${phase}: ${fields.join(', ')}`;
  });
  return [...new Set(kinds)].sort();
}

function decompress(status: JsonObject): JsonObject {
  const packed = Buffer.from(String(status.compressedNodes), 'base64');
  const isGzip = packed[0] === 0x1f && packed[1] === 0x8b;
  const json = isGzip ? gunzipSync(packed) : brotliDecompressSync(packed);
  const nodes: unknown = JSON.parse(json.toString());
  return isJsonObject(nodes) ? nodes : {};
}

describe('what real controllers wrote of many nodes', () => {
  const large = RECORDINGS.filter(({ nodeCount }) => nodeCount);
  const ended = large.filter(({ moment }) => moment === 'final');

  it.each(titled(large))('%s', (_title, recording) => {
    const kinds = kindsOfNodes(objectAt(recording.status, 'nodes'));
    const found = courses(recording)
      .flat()
      .filter(({ status }) =>
        jsonEqual(kindsOfNodes(objectAt(status, 'nodes')), kinds),
      );
    expect(found).not.toHaveLength(0);
  });

  it.each(titled(ended))('%s, one by one', (_title, recording) => {
    const nodes = objectAt(courses(recording)[0].at(-1)?.status, 'nodes');
    const examples = Object.entries(objectAt(recording.status, 'nodes'));
    expect(Object.keys(nodes)).toHaveLength(recording.nodeCount ?? 0);
    expect(examples.map(([id]) => withoutChance(objectAt(nodes, id)))).toEqual(
      examples.map(([, node]) =>
        isJsonObject(node) ? withoutChance(node) : {},
      ),
    );
  });

  it.each([
    ['gzip', 'compressed-gzip'],
    ['brotli', 'compressed-brotli'],
  ] as const)('compressed by %s', (compression, shape) => {
    const recording = RECORDINGS.find(each => each.shape === shape);
    const workflow = recording?.workflow ?? {};
    const recorded = recording?.status ?? {};
    const kinds = kindsOfNodes(decompress(recorded));
    const simulated = [
      ...snapshots({ workflow, compression, maxBytes: 20_000 }),
    ].filter(
      ({ status }) =>
        status.compressedNodes !== undefined &&
        jsonEqual(kindsOfNodes(decompress(status)), kinds),
    );
    expect(simulated).not.toHaveLength(0);
    for (const { status } of simulated) {
      expect(Object.keys(status).sort()).toEqual(Object.keys(recorded).sort());
    }
  });
});
