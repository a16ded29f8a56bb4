import {
  RegistrationField,
  RegistrationValues,
} from '@openchoreo-planes/backstage-plugin-planes-common';
import { decideConflicts, mergeValues } from './mergeValues';

type Side = RegistrationValues;

const ORIGINAL: Side = {
  name: 'edge-02',
  planeID: 'edge-02',
  'agentCA.source': 'inline',
  'agentCA.value': 'CA 1',
  'observabilityPlaneRef.kind': 'ObservabilityPlane',
  'observabilityPlaneRef.name': 'default',
};

const SECRET: Side = {
  ...ORIGINAL,
  'agentCA.source': 'secret',
  'agentCA.value': '',
  'agentCA.secretKeyRef.name': 'ca',
};

interface Case {
  name: string;
  mine: Side;
  theirs: Side;
  /** Without what is as in the original. */
  changed: Side;
  taken: string[];
  conflicts: string[];
}

const CASES: Case[] = [
  {
    name: 'nothing changed',
    mine: ORIGINAL,
    theirs: ORIGINAL,
    changed: {},
    taken: [],
    conflicts: [],
  },
  {
    name: 'each side changed something else',
    mine: { ...ORIGINAL, secretStore: 'vault' },
    theirs: { ...ORIGINAL, planeID: 'edge-2' },
    changed: { secretStore: 'vault', planeID: 'edge-2' },
    taken: ['planeID'],
    conflicts: [],
  },
  {
    name: 'both made the same change',
    mine: { ...ORIGINAL, planeID: 'edge-2' },
    theirs: { ...ORIGINAL, planeID: 'edge-2' },
    changed: { planeID: 'edge-2' },
    taken: [],
    conflicts: [],
  },
  {
    name: 'the others took a value away',
    mine: ORIGINAL,
    theirs: { ...ORIGINAL, planeID: undefined },
    changed: { planeID: undefined },
    taken: ['planeID'],
    conflicts: [],
  },
  {
    name: 'an empty value is one that is not there',
    mine: { ...ORIGINAL, secretStore: '' },
    theirs: { ...ORIGINAL, displayName: '' },
    changed: {},
    taken: [],
    conflicts: [],
  },
  {
    name: 'both changed the same field',
    mine: { ...ORIGINAL, planeID: 'mine' },
    theirs: { ...ORIGINAL, planeID: 'theirs' },
    changed: { planeID: undefined },
    taken: [],
    conflicts: ['planeID'],
  },
  {
    name: 'another source of the agent CA is taken as a whole',
    mine: ORIGINAL,
    theirs: SECRET,
    changed: {
      'agentCA.source': 'secret',
      'agentCA.value': undefined,
      'agentCA.secretKeyRef.name': 'ca',
    },
    taken: ['agentCA'],
    conflicts: [],
  },
  {
    name: 'different fields of what belongs together conflict',
    mine: { ...ORIGINAL, 'observabilityPlaneRef.name': 'other' },
    theirs: {
      ...ORIGINAL,
      'observabilityPlaneRef.kind': 'ClusterObservabilityPlane',
    },
    changed: {
      'observabilityPlaneRef.kind': undefined,
      'observabilityPlaneRef.name': undefined,
    },
    taken: [],
    conflicts: ['observabilityPlaneRef'],
  },
  {
    name: 'endpoints of a gateway are apart from each other',
    mine: { ...ORIGINAL, 'gateway.ingress.external.name': 'gw' },
    theirs: { ...ORIGINAL, 'gateway.ingress.internal.name': 'gw' },
    changed: {
      'gateway.ingress.external.name': 'gw',
      'gateway.ingress.internal.name': 'gw',
    },
    taken: ['gateway.ingress.internal'],
    conflicts: [],
  },
];

const FIELDS = [
  'planeID',
  'secretStore',
] as const satisfies RegistrationField[];

/** So that a value that is absent equals one that is undefined. */
function given(values: Side): Side {
  return Object.fromEntries(Object.entries(values).filter(([, v]) => v));
}

describe('mergeValues', () => {
  it.each(CASES)('$name', ({ mine, theirs, changed, taken, conflicts }) => {
    const merge = mergeValues(ORIGINAL, mine, theirs);
    expect(merge.values).toEqual(given({ ...ORIGINAL, ...changed }));
    expect(merge.taken.map(({ group }) => group)).toEqual(taken);
    expect(merge.conflicts.map(({ group }) => group)).toEqual(conflicts);
  });

  it('tells what each side made of a conflict', () => {
    const { conflicts } = mergeValues(
      ORIGINAL,
      { ...ORIGINAL, 'agentCA.value': 'CA 2' },
      SECRET,
    );
    expect(conflicts).toEqual([
      {
        group: 'agentCA',
        fields: [
          'agentCA.source',
          'agentCA.value',
          'agentCA.secretKeyRef.name',
        ],
        original: { 'agentCA.source': 'inline', 'agentCA.value': 'CA 1' },
        mine: { 'agentCA.source': 'inline', 'agentCA.value': 'CA 2' },
        theirs: {
          'agentCA.source': 'secret',
          'agentCA.secretKeyRef.name': 'ca',
        },
      },
    ]);
  });

  it('loses no change of either side, whatever the values', () => {
    for (const [original, mine, theirs] of everyThreeSides()) {
      const merge = mergeValues(original, mine, theirs);
      const reversed = mergeValues(original, theirs, mine);
      expect(reversed.conflicts.map(({ group }) => group)).toEqual(
        merge.conflicts.map(({ group }) => group),
      );
      expect(reversed.values).toEqual(merge.values);
      const kept = decide(merge, 'mine');
      const replaced = decide(merge, 'theirs');
      for (const field of FIELDS) {
        expect([kept[field], replaced[field]]).toEqual(
          expectedValues(original[field], mine[field], theirs[field]),
        );
      }
    }
  });
});

describe('decideConflicts', () => {
  const merge = mergeValues(
    ORIGINAL,
    { ...ORIGINAL, planeID: 'mine', 'agentCA.value': 'CA 2' },
    { ...SECRET, planeID: 'theirs', secretStore: 'vault' },
  );

  it('waits for every decision', () => {
    expect(decideConflicts(merge, new Map())).toBeUndefined();
    expect(
      decideConflicts(merge, new Map([['planeID', 'mine']])),
    ).toBeUndefined();
  });

  it('takes each conflict from the side that was chosen', () => {
    expect(
      decideConflicts(
        merge,
        new Map([
          ['planeID', 'mine'],
          ['agentCA', 'theirs'],
        ]),
      ),
    ).toEqual(given({ ...SECRET, planeID: 'mine', secretStore: 'vault' }));
  });
});

/** Every combination of three sides in which each of two independent fields is absent, `a`, or `b`. */
function* everyThreeSides(): Iterable<[Side, Side, Side]> {
  const values = ['', 'a', 'b'];
  const sides = values.flatMap(planeID =>
    values.map((secretStore): Side => ({ planeID, secretStore })),
  );
  for (const original of sides) {
    for (const mine of sides) {
      for (const theirs of sides) {
        yield [original, mine, theirs];
      }
    }
  }
}

/** A value after every conflict was decided for one side, and for the other. */
function expectedValues(original = '', mine = '', theirs = '') {
  const isConflict =
    mine !== original && theirs !== original && mine !== theirs;
  const changed = mine === original ? theirs : mine;
  return (isConflict ? [mine, theirs] : [changed, changed]).map(
    value => value || undefined,
  );
}

function decide(
  merge: ReturnType<typeof mergeValues>,
  side: 'mine' | 'theirs',
): Side {
  const values = decideConflicts(
    merge,
    new Map(merge.conflicts.map(({ group }) => [group, side])),
  );
  expect(values).toBeDefined();
  return values ?? {};
}
