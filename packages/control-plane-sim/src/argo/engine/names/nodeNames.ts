import { fnv32a } from './fnv32a';

const MAX_POD_NAME_LENGTH = 253;
/** Of the hash and the dash before it. */
const HASH_LENGTH = 11;

/** The id of the node with this name. */
export function nodeId(workflow: string, name: string): string {
  return name === workflow ? workflow : `${workflow}-${fnv32a(name)}`;
}

/** The name of a node's pod, in Argo's second format. */
export function podName(
  workflow: string,
  name: string,
  templateName: string,
): string {
  if (name === workflow) {
    return workflow;
  }
  const prefix = templateName ? `${workflow}-${templateName}` : workflow;
  const fitting = prefix.slice(0, MAX_POD_NAME_LENGTH - HASH_LENGTH);
  return `${fitting}-${fnv32a(name)}`;
}

/** What of a node's name is shown within its boundary. */
export function displayName(name: string, boundary?: string): string {
  return boundary !== undefined && name.startsWith(boundary)
    ? name.slice(boundary.length).replace(/^(\[\d+\])?\./, '')
    : name;
}
