import { cutShort } from './quote';
import { REGISTRATION_FIELDS } from './registrationFields';
import { RegistrationProblem } from './RegistrationProblem';

const MAX_NAME_LENGTH = 40;
// What the resource, the Helm charts and older releases call it.
const OTHER_NAMES: ReadonlyMap<string, string> = new Map([
  ['clusteragent', 'agentCA'],
  ['clientca', 'agentCA'],
  ['secretref', 'secretKeyRef'],
  ['secretstoreref', 'secretStore'],
  ['observerurl', 'observerURL'],
  ['title', 'displayName'],
]);

/** The names of the fields of an object in a registration, by its path. */
export function fieldsAt(path: readonly string[]): string[] {
  const names = new Set<string>();
  for (const field of REGISTRATION_FIELDS) {
    const segments = field.split('.');
    if (
      segments.length > path.length &&
      path.every((segment, i) => segment === segments[i])
    ) {
      names.add(segments[path.length]);
    }
  }
  return Array.from(names);
}

/** How many letters must be inserted, removed or replaced to make one text of another. */
function editDistance(one: string, other: string): number {
  let row = Array.from({ length: other.length + 1 }, (_, i) => i);
  for (let i = 1; i <= one.length; i++) {
    const next = [i];
    for (let j = 1; j <= other.length; j++) {
      const replaced = row[j - 1] + (one[i - 1] === other[j - 1] ? 0 : 1);
      next.push(Math.min(replaced, row[j] + 1, next[j - 1] + 1));
    }
    row = next;
  }
  return row[other.length];
}

function meantField(
  name: string,
  known: readonly string[],
): string | undefined {
  if (name.length > MAX_NAME_LENGTH) {
    return undefined;
  }
  const written = name.toLowerCase();
  const otherName = OTHER_NAMES.get(written);
  if (otherName !== undefined && known.includes(otherName)) {
    return otherName;
  }
  const [nearest] = known
    .map(field => ({
      field,
      distance: editDistance(written, field.toLowerCase()),
    }))
    .sort((a, b) => a.distance - b.distance);
  return nearest && nearest.distance <= Math.floor(name.length / 4)
    ? nearest.field
    : undefined;
}

/** The problem that a registration has a field which does not exist. */
export function unknownField(
  parent: readonly string[],
  name: string,
): RegistrationProblem {
  const known = fieldsAt(parent);
  const meant = meantField(name, known);
  const shown = cutShort(name);
  const where =
    parent.length === 0 ? 'A registration' : `"${parent.join('.')}"`;
  return {
    code: 'unknown-field',
    severity: 'error',
    field: [...parent, shown].join('.'),
    message: `${where} has no field "${shown}".`,
    remedy: meant
      ? `Write "${meant}" instead.`
      : `Remove it; there ${known.length === 1 ? 'is' : 'are'} ${known.join(
          ', ',
        )}.`,
  };
}
