/** The way to a parameter: fields of objects, and indices of lists. */
export type ParameterPath = readonly (string | number)[];

const PLAIN = /^[\w-]+$/;
const SEGMENT = /(?:^|(?!^)\.)([\w-]+)|\[(\d+)\]|\[("(?:[^"\\]|\\.)*")\]/y;

/** Writes a path as people read it: `repository.url`, `environment[0].value`, `labels["example.com/team"]`. */
export function formatPath(path: ParameterPath): string {
  return path
    .map((segment, i) => {
      if (typeof segment === 'number') {
        return `[${segment}]`;
      }
      if (!PLAIN.test(segment)) {
        return `[${JSON.stringify(segment)}]`;
      }
      return i === 0 ? segment : `.${segment}`;
    })
    .join('');
}

function unquote(text: string): string | undefined {
  try {
    const value: unknown = JSON.parse(text);
    return typeof value === 'string' ? value : undefined;
  } catch {
    return undefined;
  }
}

/** Reads what {@link formatPath} writes; undefined for anything else. */
export function parsePath(text: string): ParameterPath | undefined {
  const path: (string | number)[] = [];
  SEGMENT.lastIndex = 0;
  while (SEGMENT.lastIndex < text.length) {
    const match = SEGMENT.exec(text);
    if (!match) {
      return undefined;
    }
    const [, field, index, quoted] = match;
    const segment = index === undefined ? field ?? unquote(quoted) : +index;
    if (segment === undefined) {
      return undefined;
    }
    path.push(segment);
  }
  return path.length > 0 ? path : undefined;
}
