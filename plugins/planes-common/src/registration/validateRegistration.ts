import { asFields, Fields } from '../parse/readers';
import { PlaneRegistration } from './PlaneRegistration';
import { issueProblems } from './registrationIssues';
import { RegistrationProblem } from './RegistrationProblem';
import { relationProblems } from './registrationRelations';
import { registrationShape } from './registrationShape';

/** What came of reading a registration. @public */
export type RegistrationReading =
  | { readonly ok: true; readonly registration: PlaneRegistration }
  | {
      readonly ok: false;
      /** At least one. */
      readonly problems: readonly RegistrationProblem[];
      /** What of it is right, for checks that need no more than that. */
      readonly valid: Partial<PlaneRegistration>;
    };

const partialShape = registrationShape.partial();

/** The top-level fields that are known and have no problem at or below them. */
function rightValues(
  fields: Fields,
  problems: readonly RegistrationProblem[],
): Partial<PlaneRegistration> {
  const wrong = new Set(problems.map(({ field }) => field?.split('.')[0]));
  const right = Object.keys(registrationShape.shape)
    .filter(name => Object.hasOwn(fields, name) && !wrong.has(name))
    .map(name => [name, fields[name]]);
  const reading = partialShape.safeParse(Object.fromEntries(right));
  return reading.success ? reading.data : {};
}

function givenNames(fields: Fields): Set<string> {
  const given = Object.entries(fields).filter(
    ([, value]) => value !== undefined,
  );
  return new Set(given.map(([name]) => name));
}

/**
 * Reads a registration strictly, by the rules that hold for every release.
 *
 * @remarks
 * Never throws. A field that is not known is an error, which names the one that was meant where that can be told. What is
 * quoted of the input is cut short, and nothing of a certificate or key is.
 *
 * @param input - anything, such as the body of a request
 * @public
 */
export function validateRegistration(input: unknown): RegistrationReading {
  const reading = registrationShape.safeParse(input, { reportInput: true });
  const fields = asFields(input) ?? {};
  const issues = reading.success
    ? []
    : reading.error.issues.flatMap(issueProblems);
  const problems = asFields(input)
    ? [
        ...issues,
        ...relationProblems(rightValues(fields, issues), givenNames(fields)),
      ]
    : issues;
  if (reading.success && problems.length === 0) {
    return { ok: true, registration: reading.data };
  }
  return { ok: false, problems, valid: rightValues(fields, problems) };
}
