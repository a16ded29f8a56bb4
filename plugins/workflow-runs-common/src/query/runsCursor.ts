import { z } from 'zod';
import { InvalidCursorError } from './InvalidCursorError';
import { placeFrom, RunPlace } from './runsOrder';

const cursorSchema = z.tuple([
  z.string(),
  z.number(),
  z.tuple([z.number(), z.number(), z.string(), z.string()]),
]);

/** Where a page begins. */
export interface RunsCursor {
  /** The name of the order of the list. */
  readonly order: string;
  /** The moment that durations in the list are of, in milliseconds since 1970. */
  readonly moment: number;
  /** The place of the last run of the page before. */
  readonly after: RunPlace;
}

/** Writes a cursor so that it fits into a URL. */
export function encodeCursor({ order, moment, after }: RunsCursor): string {
  const { created, duration, name, uid } = after;
  const json = JSON.stringify([order, moment, [created, duration, name, uid]]);
  const bytes = new TextEncoder().encode(json);
  return btoa(String.fromCharCode(...bytes))
    .replaceAll('+', '-')
    .replaceAll('/', '_')
    .replaceAll('=', '');
}

function parseJson(cursor: string): unknown {
  try {
    const binary = atob(cursor.replaceAll('-', '+').replaceAll('_', '/'));
    const bytes = Uint8Array.from(binary, char => char.charCodeAt(0));
    return JSON.parse(new TextDecoder().decode(bytes));
  } catch {
    return undefined;
  }
}

/** Reads a cursor of a list in an order; throws an {@link InvalidCursorError} where it is none. */
export function decodeCursor(cursor: string, order: string): RunsCursor {
  const { data } = cursorSchema.safeParse(parseJson(cursor));
  if (!data || data[0] !== order) {
    throw new InvalidCursorError();
  }
  const [, moment, [created, duration, name, uid]] = data;
  return { order, moment, after: placeFrom({ created, duration, name, uid }) };
}
