import { asFields } from '../parse/readers';
import { ParameterPath, parsePath } from './parameterPath';

/** What came of changing parameters. @public */
export type ParametersChange =
  | {
      readonly ok: true;
      readonly parameters: Readonly<Record<string, unknown>>;
    }
  | {
      readonly ok: false;
      /** A sentence that names the parameter and what is wrong with it. */
      readonly message: string;
    };

/** A value with another one at a path; undefined where the path does not fit it. */
function replaced(
  current: unknown,
  [segment, ...rest]: ParameterPath,
  value: unknown,
): unknown {
  if (segment === undefined) {
    return value;
  }
  if (typeof segment === 'number') {
    const items: readonly unknown[] = Array.isArray(current) ? current : [];
    const item = replaced(items[segment], rest, value);
    return segment < items.length && item !== undefined
      ? items.map((old, i) => (i === segment ? item : old))
      : undefined;
  }
  const fields = asFields(current ?? {});
  if (!fields) {
    return undefined;
  }
  const had = Object.hasOwn(fields, segment);
  const child = replaced(had ? fields[segment] : undefined, rest, value);
  if (child === undefined) {
    return undefined;
  }
  const entries = Object.entries(fields).map(([key, old]) => [
    key,
    key === segment ? child : old,
  ]);
  return Object.fromEntries(had ? entries : [...entries, [segment, child]]);
}

/**
 * Parameters with some of them changed or added, by paths as {@link maskSecrets} writes them; what is not named stays.
 *
 * @public
 */
export function withParameters(
  parameters: Readonly<Record<string, unknown>>,
  changes: Readonly<Record<string, unknown>>,
): ParametersChange {
  let changed: Readonly<Record<string, unknown>> = parameters;
  for (const [name, value] of Object.entries(changes)) {
    const path = parsePath(name);
    const next = path && asFields(replaced(changed, path, value));
    if (!next) {
      return {
        ok: false,
        message: `Parameter '${name.slice(
          0,
          200,
        )}' does not fit the parameters of the run`,
      };
    }
    changed = next;
  }
  return { ok: true, parameters: changed };
}
