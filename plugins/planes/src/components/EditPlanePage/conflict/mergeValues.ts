import {
  REGISTRATION_FIELDS,
  RegistrationField,
  RegistrationValues,
} from '@openchoreo-planes/backstage-plugin-planes-common';

/** Values that only make sense together, so that they are taken from one side as a whole. */
export type ValueGroup =
  | 'agentCA'
  | 'observabilityPlaneRef'
  | `gateway.${string}`
  | RegistrationField;

/** The values of a group, as three sides have them; those that are empty are left out. */
export interface ChangedGroup {
  group: ValueGroup;
  /** Those of its fields that are not the same everywhere, in the order of the form. */
  fields: readonly RegistrationField[];
  /** What both sides started from. */
  original: RegistrationValues;
  /** As the reader of the form wants them. */
  mine: RegistrationValues;
  /** As somebody else has saved them meanwhile. */
  theirs: RegistrationValues;
}

/** Two changes of the same values, brought together as far as that needs no decision. */
export interface Merge {
  /** The values with every change that only one side made, without those that conflict. */
  values: RegistrationValues;
  /** What only the others have changed. */
  taken: readonly ChangedGroup[];
  /** What both sides have changed, each to something else. */
  conflicts: readonly ChangedGroup[];
}

/** Whose values count, by group. */
export type Decisions = ReadonlyMap<ValueGroup, 'mine' | 'theirs'>;

const ENDPOINT = /^gateway\.(\w+\.\w+)\./;

function groupOf(field: RegistrationField): ValueGroup {
  if (field.startsWith('agentCA.')) {
    return 'agentCA';
  }
  if (field.startsWith('observabilityPlaneRef.')) {
    return 'observabilityPlaneRef';
  }
  const [, endpoint] = field.match(ENDPOINT) ?? [];
  return endpoint ? `gateway.${endpoint}` : field;
}

const FIELDS_BY_GROUP = REGISTRATION_FIELDS.reduce((groups, field) => {
  const group = groupOf(field);
  return groups.set(group, [...(groups.get(group) ?? []), field]);
}, new Map<ValueGroup, readonly RegistrationField[]>());

function pick(
  values: RegistrationValues,
  fields: readonly RegistrationField[],
): RegistrationValues {
  return Object.fromEntries(
    fields.filter(field => values[field]).map(field => [field, values[field]]),
  );
}

function areSame(
  a: RegistrationValues,
  b: RegistrationValues,
  fields: readonly RegistrationField[],
): boolean {
  return fields.every(field => (a[field] || '') === (b[field] || ''));
}

/**
 * Brings two changes of the same values together: what one side alone has changed is taken from that side.
 *
 * @param original - what both sides started from
 */
export function mergeValues(
  original: RegistrationValues,
  mine: RegistrationValues,
  theirs: RegistrationValues,
): Merge {
  const taken: ChangedGroup[] = [];
  const conflicts: ChangedGroup[] = [];
  let values: RegistrationValues = {};
  for (const [group, fields] of FIELDS_BY_GROUP) {
    const isMine = !areSame(original, mine, fields);
    const isTheirs = !areSame(original, theirs, fields);
    const isConflict = isMine && isTheirs && !areSame(mine, theirs, fields);
    const changed = {
      group,
      fields: fields.filter(
        field =>
          !areSame(original, mine, [field]) ||
          !areSame(original, theirs, [field]),
      ),
      original: pick(original, fields),
      mine: pick(mine, fields),
      theirs: pick(theirs, fields),
    };
    if (isConflict) {
      conflicts.push(changed);
    } else if (isTheirs && !isMine) {
      taken.push(changed);
      values = { ...values, ...changed.theirs };
    } else {
      values = { ...values, ...changed.mine };
    }
  }
  return { values, taken, conflicts };
}

/** The merged values once every conflict is decided; undefined while one is not. */
export function decideConflicts(
  merge: Merge,
  decisions: Decisions,
): RegistrationValues | undefined {
  let { values } = merge;
  for (const { group, mine, theirs } of merge.conflicts) {
    const decision = decisions.get(group);
    if (!decision) {
      return undefined;
    }
    values = { ...values, ...(decision === 'mine' ? mine : theirs) };
  }
  return values;
}
