import { isJsonObject, jsonEqual, JsonObject } from '../objects/json';

/** A JSON patch that cannot be applied. */
export class JsonPatchError extends Error {
  override name = 'JsonPatchError';
}

function segments(pointer: unknown): string[] {
  if (typeof pointer !== 'string' || !/^(\/|$)/.test(pointer)) {
    throw new JsonPatchError(`'${String(pointer)}' is not a JSON pointer`);
  }
  return pointer
    .split('/')
    .slice(1)
    .map(part => part.replaceAll('~1', '/').replaceAll('~0', '~'));
}

function arrayIndex(segment: string, limit: number): number {
  const index = /^(0|[1-9]\d*)$/.test(segment) ? Number(segment) : -1;
  if (index < 0 || index > limit) {
    throw new JsonPatchError(`'${segment}' is no index of the list`);
  }
  return index;
}

function child(parent: unknown, segment: string): unknown {
  if (Array.isArray(parent)) {
    return parent[arrayIndex(segment, parent.length - 1)];
  }
  if (isJsonObject(parent) && Object.hasOwn(parent, segment)) {
    return parent[segment];
  }
  throw new JsonPatchError(`There is nothing at '${segment}'`);
}

function valueAt(document: unknown, path: readonly string[]): unknown {
  return path.reduce(child, document);
}

function isContainer(value: unknown): value is unknown[] | JsonObject {
  return Array.isArray(value) || isJsonObject(value);
}

function edit(
  document: unknown,
  path: readonly string[],
  change: (parent: unknown[] | JsonObject, segment: string) => void,
): unknown {
  const [segment, ...rest] = path;
  if (!isContainer(document) || segment === undefined) {
    throw new JsonPatchError(`There is nothing at '${path.join('/')}'`);
  }
  const copy = Array.isArray(document) ? document.slice() : { ...document };
  if (rest.length === 0) {
    change(copy, segment);
    return copy;
  }
  const edited = edit(child(copy, segment), rest, change);
  if (Array.isArray(copy)) {
    copy[Number(segment)] = edited;
  } else {
    copy[segment] = edited;
  }
  return copy;
}

function add(
  document: unknown,
  path: readonly string[],
  value: unknown,
): unknown {
  return path.length === 0
    ? value
    : edit(document, path, (parent, segment) => {
        if (Array.isArray(parent)) {
          const index =
            segment === '-'
              ? parent.length
              : arrayIndex(segment, parent.length);
          parent.splice(index, 0, value);
        } else {
          parent[segment] = value;
        }
      });
}

function remove(document: unknown, path: readonly string[]): unknown {
  valueAt(document, path);
  return edit(document, path, (parent, segment) => {
    if (Array.isArray(parent)) {
      parent.splice(Number(segment), 1);
    } else {
      delete parent[segment];
    }
  });
}

function replace(
  document: unknown,
  path: readonly string[],
  value: unknown,
): unknown {
  valueAt(document, path);
  return path.length === 0
    ? value
    : edit(document, path, (parent, segment) => {
        if (Array.isArray(parent)) {
          parent[Number(segment)] = value;
        } else {
          parent[segment] = value;
        }
      });
}

function applyOperation(document: unknown, operation: JsonObject): unknown {
  const path = segments(operation.path);
  switch (operation.op) {
    case 'add':
      return add(document, path, operation.value);
    case 'remove':
      return remove(document, path);
    case 'replace':
      return replace(document, path, operation.value);
    case 'copy':
      return add(document, path, valueAt(document, segments(operation.from)));
    case 'move': {
      const from = segments(operation.from);
      return add(remove(document, from), path, valueAt(document, from));
    }
    case 'test':
      if (!jsonEqual(valueAt(document, path), operation.value)) {
        throw new JsonPatchError(`The test of '${path.join('/')}' failed`);
      }
      return document;
    default:
      throw new JsonPatchError(`'${String(operation.op)}' is no operation`);
  }
}

/**
 * Applies a JSON patch (RFC 6902) without changing the target.
 *
 * @throws JsonPatchError where an operation fails, a `test` included
 */
export function jsonPatch(
  target: JsonObject,
  operations: readonly unknown[],
): JsonObject {
  const result = operations.reduce((document, operation) => {
    if (!isJsonObject(operation)) {
      throw new JsonPatchError('An operation is no object');
    }
    return applyOperation(document, operation);
  }, target as unknown);
  if (!isJsonObject(result)) {
    throw new JsonPatchError('The result is no object');
  }
  return result;
}
