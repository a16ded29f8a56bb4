import { isJsonObject } from '../objects/json';

const NOT_JSON = '<html>this is not JSON</html>';

/** The body of an answer with the objects added to its items; other bodies as they are. */
function withInjected(body: string, injected: readonly unknown[]): string {
  try {
    const list: unknown = JSON.parse(body);
    return isJsonObject(list) && Array.isArray(list.items)
      ? JSON.stringify({ ...list, items: [...list.items, ...injected] })
      : body;
  } catch {
    return body;
  }
}

/** A body as it goes wrong: what is written, and whether the connection breaks after it. */
export function faultyBody(
  body: string,
  faults: { injected: readonly unknown[]; garble?: 'cut' | 'not-json' },
): { text: string; breaks: boolean } {
  const { injected, garble } = faults;
  if (garble === 'not-json') {
    return { text: NOT_JSON, breaks: false };
  }
  const text = injected.length > 0 ? withInjected(body, injected) : body;
  return garble === 'cut'
    ? { text: text.slice(0, Math.ceil(text.length / 2)), breaks: true }
    : { text, breaks: false };
}
