import {
  MAX_RUNS_PAGE,
  RUNS_SORTS,
  RunsQuery,
  runsQuerySchema,
} from '../api/runsSchema';
import { RUN_PHASES } from '../model/phases';
import { cleanText, cutText } from '../parse/text';

interface Param {
  /** Whether it may have several values. */
  readonly many?: boolean;
  /** What it must be, for a message. */
  readonly expected: string;
  /** What its schema does not check. */
  readonly isValid?: (value: string) => boolean;
}

const ISO_8601 =
  /^\d{4}-\d{2}-\d{2}(T\d{2}:\d{2}(:\d{2}(\.\d+)?)?(Z|[+-]\d{2}:\d{2}))?$/;

const time: Param = {
  expected: 'a time such as 2026-11-21T00:00:00Z',
  isValid: value => ISO_8601.test(value) && !Number.isNaN(Date.parse(value)),
};

const PARAMS: Readonly<Record<keyof RunsQuery, Param>> = {
  controlPlane: { many: true, expected: 'a name' },
  namespace: { many: true, expected: 'a name' },
  project: { expected: 'a name' },
  component: { expected: 'a name' },
  workflow: { many: true, expected: 'KIND/NAME or a name' },
  plane: { expected: 'the uid of a plane' },
  phase: { many: true, expected: `one of ${RUN_PHASES.join(', ')}` },
  from: time,
  to: time,
  text: { expected: 'at most 200 characters long' },
  sort: { expected: `one of ${RUNS_SORTS.join(', ')}` },
  order: { expected: 'one of asc, desc' },
  limit: { expected: `a whole number from 1 to ${MAX_RUNS_PAGE}` },
  cursor: { expected: "the 'nextCursor' of the page before" },
};

const NAMES = Object.keys(PARAMS) as readonly (keyof RunsQuery)[];

/** What came of reading a query. @public */
export type RunsQueryResult =
  | { readonly ok: true; readonly query: RunsQuery }
  | {
      readonly ok: false;
      /** A sentence that names the parameter and what it must be. */
      readonly message: string;
    };

function valuesOf(name: keyof RunsQuery, params: URLSearchParams): string[] {
  const given = params.getAll(name);
  const values = PARAMS[name].many ? given.join(',').split(',') : given;
  return values.filter(Boolean);
}

/** The values as the schema has them. */
function inputOf(name: keyof RunsQuery, values: readonly string[]): unknown {
  if (PARAMS[name].many) {
    return values;
  }
  const [value] = values;
  return name === 'limit' && /^\d+$/.test(value) ? Number(value) : value;
}

function problemOf(
  name: keyof RunsQuery,
  values: readonly string[],
): string | undefined {
  const { many, expected, isValid = () => true } = PARAMS[name];
  if (values.length > 1 && !many) {
    return `Query parameter '${name}' must be given only once.`;
  }
  const schema = runsQuerySchema.shape[name];
  const wrong = values.find(
    value =>
      !schema.safeParse(inputOf(name, [value])).success || !isValid(value),
  );
  return wrong === undefined
    ? undefined
    : `Query parameter '${name}' must be ${expected}, not '${cutText(
        cleanText(wrong),
        50,
      )}'.`;
}

/**
 * Reads the query of `GET /runs` from URL parameters.
 *
 * @remarks
 * A filter with several values is repeated or has them separated by commas. A parameter without a value counts as absent;
 * parameters with other names are left alone.
 *
 * @public
 */
export function runsQueryFromParams(params: URLSearchParams): RunsQueryResult {
  const inputs: Partial<Record<keyof RunsQuery, unknown>> = {};
  for (const name of NAMES) {
    const values = valuesOf(name, params);
    const message = problemOf(name, values);
    if (message !== undefined) {
      return { ok: false, message };
    }
    if (values.length > 0) {
      inputs[name] = inputOf(name, values);
    }
  }
  return { ok: true, query: runsQuerySchema.parse(inputs) };
}

/** The URL parameters of a query, which {@link runsQueryFromParams} reads. @public */
export function runsQueryToParams(query: RunsQuery): URLSearchParams {
  const params = new URLSearchParams();
  for (const name of NAMES) {
    for (const value of [query[name] ?? []].flat()) {
      params.append(name, String(value));
    }
  }
  return params;
}
