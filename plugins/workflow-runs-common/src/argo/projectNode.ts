import { NODE_PHASES, NodePhase } from '../model/phases';
import { Fields, fieldsAt, readText } from '../parse/readers';
import { readTime } from '../parse/time';
import { ArgoNode, NODE_TYPES } from './nodeSchema';

const MAX_NAME_LENGTH = 2000;
const MAX_MESSAGE_LENGTH = 4000;
const MAX_LOCK_LENGTH = 500;
const PROGRESS = /^\d{1,9}\/\d{1,9}$/;
const EXIT_CODE = /^-?\d{1,10}$/;
const TERMINAL: readonly NodePhase[] = ['Succeeded', 'Failed', 'Error'];

function readChildren(value: unknown): string[] {
  return Array.isArray(value)
    ? value.filter(child => typeof child === 'string')
    : [];
}

function readType(
  value: unknown,
  children: readonly string[],
): ArgoNode['type'] {
  const type = NODE_TYPES.find(known => known === value);
  // Of a type that is not known, only what it looks like can be told.
  return type ?? (children.length > 0 ? 'DAG' : 'Pod');
}

function readExitCode(outputs: Fields): number | undefined {
  const { exitCode } = outputs;
  return typeof exitCode === 'string' && EXIT_CODE.test(exitCode)
    ? Number(exitCode)
    : undefined;
}

function readId(value: unknown): string | undefined {
  return typeof value === 'string' && value !== '' ? value : undefined;
}

/** The template that a node runs, whether of its own workflow or of a WorkflowTemplate. */
function templateOf(node: Fields): string | undefined {
  return (
    readText(fieldsAt(node, 'templateRef').template, MAX_NAME_LENGTH) ??
    readText(node.templateName, MAX_NAME_LENGTH)
  );
}

/** What a timeline needs of a node. */
export function projectNode(id: string, node: Fields): ArgoNode {
  const children = readChildren(node.children);
  const phase = NODE_PHASES.find(known => known === node.phase) ?? 'Pending';
  const name = readText(node.name, MAX_NAME_LENGTH) ?? id;
  const progress = readId(node.progress);
  const { hooked, retried } = fieldsAt(node, 'nodeFlag');
  return {
    id,
    name,
    displayName: readText(node.displayName, MAX_NAME_LENGTH) ?? name,
    type: readType(node.type, children),
    phase,
    templateName: templateOf(node),
    boundaryID: readId(node.boundaryID),
    message: readText(node.message, MAX_MESSAGE_LENGTH),
    startedAt: readTime(node.startedAt),
    finishedAt: readTime(node.finishedAt),
    children,
    progress: progress && PROGRESS.test(progress) ? progress : undefined,
    exitCode: readExitCode(fieldsAt(node, 'outputs')),
    hooked: hooked === true || undefined,
    retried: retried === true || undefined,
    daemoned: node.daemoned === true || undefined,
    memoized: fieldsAt(node, 'memoizationStatus').hit === true || undefined,
    waitingFor: readText(
      fieldsAt(node, 'synchronizationStatus').waiting,
      MAX_LOCK_LENGTH,
    ),
    unsynced:
      (node.taskResultSynced === false && TERMINAL.includes(phase)) ||
      undefined,
  };
}
