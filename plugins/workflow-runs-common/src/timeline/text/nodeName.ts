import type { ArgoNode } from '../../argo/nodeSchema';

const ATTEMPT = /^(.*)\((\d+)\)$/s;
const ITEM = /^(.*?)\((\d+):(.*)\)$/s;
const EXIT_HANDLER = '.onExit';
const HOOK = /^(.*)\.hooks\.([^.()]+)$/s;

/** What a node's name tells: `each(0:arm64)(1)` is attempt 2 of item `arm64` of `each`. */
export interface NodeName {
  /** The step, as its author named it. */
  readonly base: string;
  /** The item of a loop; an empty one is told by its number: `#0`. */
  readonly item?: string;
  /** From 1. */
  readonly attempt?: number;
  readonly role?: 'exit-handler' | 'hook';
  /** The name of a hook. */
  readonly hook?: string;
  /** The step that a hook or exit handler is of; undefined where it is the whole workflow's. */
  readonly of?: string;
}

function readItem(text: string, attempt: number | undefined): NodeName {
  const match = text.endsWith(')') ? ITEM.exec(text) : undefined;
  return {
    base: match ? match[1] : text,
    item: match ? match[3].trim() || `#${match[2]}` : undefined,
    attempt,
  };
}

/** The root may be named like a hook; its id is its name. */
function readHook(node: ArgoNode, text: string): NodeName | undefined {
  const { id, name, boundaryID } = node;
  const isExitHandler = text.endsWith(EXIT_HANDLER);
  const isRoot = id === name && boundaryID === undefined;
  if (isRoot || !(isExitHandler || text.includes('.hooks.'))) {
    return undefined;
  }
  const match = isExitHandler
    ? [text, text.slice(0, -EXIT_HANDLER.length)]
    : HOOK.exec(text);
  return match
    ? {
        base: text,
        role: isExitHandler ? 'exit-handler' : 'hook',
        hook: match[2],
        of: boundaryID === undefined ? undefined : plainName(match[1]),
      }
    : undefined;
}

function readText(text: string): NodeName {
  const match = text.endsWith(')') ? ATTEMPT.exec(text) : undefined;
  return match
    ? readItem(match[1], Number(match[2]) + 1)
    : readItem(text, undefined);
}

/** Reads a node's name from what Argo displays. */
export function readNodeName(node: ArgoNode): NodeName {
  const text = node.displayName || node.name || node.id;
  return readHook(node, text) ?? readText(text);
}

/** `each (arm64)`; the attempt is left out. */
export function stepName({ base, item }: NodeName): string {
  return item === undefined ? base : `${base} (${item})`;
}

/** The same of a display name. */
export function plainName(displayName: string): string {
  return stepName(readText(displayName));
}
