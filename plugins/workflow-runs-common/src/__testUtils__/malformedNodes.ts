import fc from 'fast-check';
import { NODE_TYPES, type ArgoNode } from '../argo/nodeSchema';
import { NODE_PHASES } from '../model/phases';

const IDS = ['wf', 'a', 'b', 'c', 'd', 'e', 'f', 'g'];

const anyId = fc.constantFrom(...IDS);

const anyTime = fc.option(
  fc.oneof(
    {
      weight: 6,
      arbitrary: fc
        .integer({ min: 0, max: 600 })
        .map(second =>
          new Date(Date.UTC(2026, 10, 21) + second * 1000).toISOString(),
        ),
    },
    {
      weight: 1,
      arbitrary: fc.constantFrom(
        '',
        'yesterday',
        '0001-01-01T00:00:00Z',
        '1969-01-01T00:00:00Z',
        '-271821-04-20T00:00:00Z',
        '+275760-09-13T00:00:00Z',
        '2126-11-21T00:00:00Z',
        '2026-11-21T24:61:00Z',
      ),
    },
  ),
  { nil: undefined },
);

const anyName = fc.oneof(
  fc.constantFrom('wf', 'wf.onExit', 'wf.hooks.running', '', '()', '[0]'),
  fc.tuple(anyId, fc.nat({ max: 3 })).map(([id, n]) => `wf[${n}].${id}`),
  fc.tuple(anyId, fc.nat({ max: 3 })).map(([id, n]) => `wf.${id}(${n})`),
  fc
    .tuple(anyId, fc.nat({ max: 3 }))
    .map(([id, n]) => `wf.${id}(${n}:x)(${n})`),
  fc.string({ maxLength: 8 }),
);

const anyFlag = fc.option(fc.boolean(), { nil: undefined });

/** A node that may contradict itself. */
const anyNode: fc.Arbitrary<ArgoNode> = fc.record(
  {
    id: anyId,
    name: anyName,
    displayName: anyName,
    type: fc.constantFrom(...NODE_TYPES),
    phase: fc.constantFrom(...NODE_PHASES),
    children: fc.array(fc.oneof(anyId, fc.constant('nobody')), {
      maxLength: 6,
    }),
    templateName: fc.option(fc.constantFrom('t', ''), { nil: undefined }),
    boundaryID: fc.option(fc.oneof(anyId, fc.constant('nobody')), {
      nil: undefined,
    }),
    message: fc.option(
      fc.oneof(
        fc.constantFrom(
          'omitted: depends condition not met',
          "child 'a' failed",
          'main: Error (exit code 1)',
        ),
        fc.string(),
      ),
      { nil: undefined },
    ),
    startedAt: anyTime,
    finishedAt: anyTime,
    runningSince: anyTime,
    hooked: anyFlag,
    retried: anyFlag,
    daemoned: anyFlag,
    memoized: anyFlag,
  },
  {
    requiredKeys: ['id', 'name', 'displayName', 'type', 'phase', 'children'],
  },
);

/** Nodes that may contradict themselves and each other: circles, ids twice or of nobody, absurd times. */
export const malformedNodes = fc.array(anyNode, { maxLength: 16 });

/** A workflow that may contradict its nodes. */
export const malformedWorkflow = fc.option(
  fc.record({
    name: fc.constant('wf'),
    phase: fc.option(
      fc.constantFrom(
        'Pending' as const,
        'Running' as const,
        'Succeeded' as const,
        'Failed' as const,
        'Error' as const,
      ),
      { nil: undefined },
    ),
    startedAt: anyTime,
    finishedAt: anyTime,
    suspended: fc.boolean(),
  }),
  { nil: undefined },
);
