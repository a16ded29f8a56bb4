import { z } from 'zod';
import { decodeBase64, toBytes } from '../certificates/base64';
import { InvalidCursorError } from './InvalidCursorError';
import { PlanesOrder, SortKey } from './planesOrder';

const cursorSchema = z.tuple([
  z.string(),
  z.array(z.union([z.string(), z.number()])),
]);

/** The cursor of the page that follows a plane. */
export function encodeCursor(order: PlanesOrder, key: SortKey): string {
  const bytes = new TextEncoder().encode(JSON.stringify([order.name, key]));
  return btoa(String.fromCharCode(...bytes))
    .replaceAll('+', '-')
    .replaceAll('/', '_')
    .replace(/=+$/, '');
}

function decode(cursor: string): unknown {
  const padding = '='.repeat((4 - (cursor.length % 4)) % 4);
  const binary = decodeBase64(
    cursor.replaceAll('-', '+').replaceAll('_', '/') + padding,
  );
  try {
    return JSON.parse(new TextDecoder().decode(toBytes(binary ?? '')));
  } catch {
    return undefined;
  }
}

/** The key of the plane that a cursor's page follows. */
export function decodeCursor(cursor: string, order: PlanesOrder): SortKey {
  const { data } = cursorSchema.safeParse(decode(cursor));
  if (!data || data[0] !== order.name || !order.isKey(data[1])) {
    throw new InvalidCursorError();
  }
  return data[1];
}
