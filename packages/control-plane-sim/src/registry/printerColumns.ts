import { ApiObject } from '../objects/ApiObject';
import { isJsonObject } from '../objects/json';
import { PrinterColumn } from './ResourceDefinition';

const MINUTE_S = 60;
const HOUR_S = 60 * MINUTE_S;
const DAY_S = 24 * HOUR_S;
const YEAR_S = 365 * DAY_S;

/** An age as kubectl shows it: `45s`, `3m20s`, `5h`, `12d`. */
function humanAge(seconds: number): string {
  const s = Math.max(0, Math.floor(seconds));
  const parts = (
    [large, unit, small, smallUnit]: [number, string, number, string],
    detailed: boolean,
  ) => {
    const rest = Math.floor((s % large) / small);
    const head = `${Math.floor(s / large)}${unit}`;
    return detailed && rest > 0 ? `${head}${rest}${smallUnit}` : head;
  };
  if (s < 2 * MINUTE_S) {
    return `${s}s`;
  }
  if (s < 3 * HOUR_S) {
    return parts([MINUTE_S, 'm', 1, 's'], s < 10 * MINUTE_S);
  }
  if (s < 2 * DAY_S) {
    return parts([HOUR_S, 'h', MINUTE_S, 'm'], s < 8 * HOUR_S);
  }
  if (s < 2 * YEAR_S) {
    return parts([DAY_S, 'd', HOUR_S, 'h'], s < 8 * DAY_S);
  }
  return parts([YEAR_S, 'y', DAY_S, 'd'], s < 8 * YEAR_S);
}

/** The age of a timestamp, or `<unknown>`. */
function ageCell(value: unknown): string {
  const since = typeof value === 'string' ? Date.parse(value) : NaN;
  return Number.isNaN(since)
    ? '<unknown>'
    : humanAge((Date.now() - since) / 1000);
}

function valueAt(object: unknown, path: readonly string[]): unknown {
  return path.reduce<unknown>(
    (value, field) => (isJsonObject(value) ? value[field] : undefined),
    object,
  );
}

/** A column over a simple JSON path such as `.status.phase`; filters and wildcards are not understood. */
export function columnFromPath(
  column: Omit<PrinterColumn, 'cell'>,
  jsonPath: string,
): PrinterColumn {
  const path = jsonPath
    .split(/(?<!\\)\./)
    .filter(Boolean)
    .map(field => field.replaceAll('\\.', '.'));
  return {
    ...column,
    cell: object => {
      const value = valueAt(object, path);
      if (value === undefined || value === null) {
        return null;
      }
      return column.type === 'date' ? ageCell(value) : value;
    },
  };
}

/** The first column of every table. */
export const NAME_COLUMN: PrinterColumn = {
  name: 'Name',
  type: 'string',
  format: 'name',
  description: 'The name, unique within a namespace.',
  priority: 0,
  cell: (object: ApiObject) => object.metadata.name,
};

/** The column that a resource without columns of its own has. */
export const AGE_COLUMN: PrinterColumn = {
  name: 'Age',
  type: 'date',
  format: '',
  description: 'How long ago the object was created.',
  priority: 0,
  cell: (object: ApiObject) => ageCell(object.metadata.creationTimestamp),
};
