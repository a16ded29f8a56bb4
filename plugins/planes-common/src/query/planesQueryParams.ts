import {
  MAX_PLANES_PAGE,
  PLANE_CATEGORIES,
  PLANES_GROUPS,
  PLANES_SORTS,
  PlanesQuery,
  planesQuerySchema,
} from '../api/planesSchema';
import { cleanText } from '../parse/text';
import { PLANE_STATES } from '../state/planeStates';

interface Param {
  /** Whether it may have several values. */
  readonly many?: boolean;
  /** What it must be, for a message. */
  readonly expected: string;
}

function oneOf(values: readonly string[]): string {
  return `one of ${values.join(', ')}`;
}

const PARAMS: Record<keyof PlanesQuery, Param> = {
  controlPlane: { many: true, expected: 'a name' },
  type: { many: true, expected: oneOf(PLANE_CATEGORIES) },
  scope: { expected: oneOf(['namespaced', 'cluster']) },
  namespace: { many: true, expected: 'a name' },
  state: { many: true, expected: oneOf(PLANE_STATES) },
  planeID: { expected: 'a planeID' },
  text: { expected: 'at most 200 characters long' },
  findings: { expected: oneOf(['warning', 'error']) },
  sort: { expected: oneOf(PLANES_SORTS) },
  order: { expected: oneOf(['asc', 'desc']) },
  group: { expected: oneOf(PLANES_GROUPS) },
  limit: { expected: `a whole number from 1 to ${MAX_PLANES_PAGE}` },
  cursor: { expected: "the 'nextCursor' of the page before" },
};

const NAMES = Object.keys(PARAMS) as readonly (keyof PlanesQuery)[];

/** What came of reading a query. @public */
export type PlanesQueryResult =
  | { readonly ok: true; readonly query: PlanesQuery }
  | {
      readonly ok: false;
      /** A sentence that names the parameter and what it must be. */
      readonly message: string;
    };

function valuesOf(
  name: keyof PlanesQuery,
  params: URLSearchParams,
): readonly string[] {
  const given = params.getAll(name);
  const values = PARAMS[name].many
    ? given.flatMap(value => value.split(','))
    : given;
  return values.filter(value => value !== '' || name === 'namespace');
}

function inputOf(name: keyof PlanesQuery, values: readonly string[]): unknown {
  if (PARAMS[name].many) {
    return values;
  }
  const [value] = values;
  return name === 'limit' && /^\d+$/.test(value) ? Number(value) : value;
}

function problemOf(
  name: keyof PlanesQuery,
  values: readonly string[],
): string | undefined {
  const { many, expected } = PARAMS[name];
  if (values.length > 1 && !many) {
    return `Query parameter '${name}' must be given only once.`;
  }
  const schema = planesQuerySchema.shape[name];
  const wrong = values.find(
    value => !schema.safeParse(inputOf(name, [value])).success,
  );
  return wrong === undefined
    ? undefined
    : `Query parameter '${name}' must be ${expected}, not '${cleanText(
        wrong,
        50,
      )}'.`;
}

/**
 * Reads the query of `GET /planes` from URL parameters.
 *
 * @remarks
 * A filter with several values is repeated or has them separated by commas. A parameter without a value counts as
 * absent, but for `namespace`, where the empty name stands for cluster-scoped planes. Other parameters are left alone.
 *
 * @public
 */
export function planesQueryFromParams(
  params: URLSearchParams,
): PlanesQueryResult {
  const inputs: Partial<Record<keyof PlanesQuery, unknown>> = {};
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
  return { ok: true, query: planesQuerySchema.parse(inputs) };
}

/** The URL parameters of a query, which {@link planesQueryFromParams} reads. @public */
export function planesQueryToParams(query: PlanesQuery): URLSearchParams {
  const params = new URLSearchParams();
  for (const name of NAMES) {
    for (const value of [query[name] ?? []].flat()) {
      params.append(name, String(value));
    }
  }
  return params;
}
