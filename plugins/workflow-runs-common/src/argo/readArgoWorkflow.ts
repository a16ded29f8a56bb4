import { asFields, Fields, fieldsAt, readText } from '../parse/readers';
import { readTime } from '../parse/time';
import type { ArgoNode, ArgoWorkflow } from './nodeSchema';
import { argoWorkflowSchema } from './nodeSchema';
import { projectNode } from './projectNode';
import {
  ArgoNodesGap,
  RawNodes,
  ReadNodesOptions,
  readRawNodes,
} from './rawNodes';

const MAX_NODES = 50_000;

/** What an Argo workflow tells. @public */
export interface ArgoWorkflowReading {
  /** Undefined where the object is no Argo workflow. */
  readonly workflow?: ArgoWorkflow;
  readonly nodes: readonly ArgoNode[];
  /** Why there are no nodes; undefined where there are some. */
  readonly gap?: ArgoNodesGap;
}

const NOT_A_WORKFLOW: ArgoNodesGap = {
  reason: 'undecodable',
  message: 'What the plane answered with is no Argo workflow.',
};

const TOO_MANY: ArgoNodesGap = {
  reason: 'too-large',
  message: `The workflow has more nodes than the portal accepts (${MAX_NODES}), so only its tasks are shown.`,
};

function oneOf<T extends string>(
  values: readonly T[],
  value: unknown,
): T | undefined {
  return values.find(known => known === value);
}

function readFacts(object: Fields): ArgoWorkflow | undefined {
  const { name, namespace, uid, resourceVersion } = fieldsAt(
    object,
    'metadata',
  );
  const { suspend, shutdown } = fieldsAt(object, 'spec');
  const status = fieldsAt(object, 'status');
  const { shape } = argoWorkflowSchema;
  const { data } = argoWorkflowSchema.safeParse({
    name,
    namespace,
    uid,
    resourceVersion,
    phase: oneOf(shape.phase.unwrap().options, status.phase),
    message: readText(status.message),
    startedAt: readTime(status.startedAt),
    finishedAt: readTime(status.finishedAt),
    progress: readText(status.progress, 50),
    suspended: suspend === true,
    shutdown: oneOf(shape.shutdown.unwrap().options, shutdown),
  });
  return data;
}

/** An object as an Argo workflow, if it is one. */
export function asArgoWorkflow(object: unknown): Fields | undefined {
  const fields = asFields(object);
  return fields?.kind === 'Workflow' &&
    typeof fields.apiVersion === 'string' &&
    fields.apiVersion.startsWith('argoproj.io/')
    ? fields
    : undefined;
}

function projectNodes({
  nodes,
  gap,
}: RawNodes): Omit<ArgoWorkflowReading, 'workflow'> {
  if (gap) {
    return { nodes: [], gap };
  }
  const entries = Object.entries(nodes);
  return entries.length > MAX_NODES
    ? { nodes: [], gap: TOO_MANY }
    : {
        nodes: entries.map(([id, node]) =>
          projectNode(id, asFields(node) ?? {}),
        ),
      };
}

/**
 * Reads an Argo workflow as the Kubernetes API serves it: the facts, and its nodes reduced to what a timeline needs.
 *
 * @remarks
 * Nodes are taken from where they are: plain, or compressed. What Argo keeps in its database cannot be read; `gap` says so.
 * Tolerant of nodes of unknown types and phases. Texts are bounded and cleared of secrets.
 *
 * @param object - the workflow as parsed from JSON; anything is allowed
 * @public
 */
export function readArgoWorkflow(
  object: unknown,
  options: ReadNodesOptions,
): ArgoWorkflowReading {
  const fields = asArgoWorkflow(object);
  const workflow = fields && readFacts(fields);
  return workflow
    ? { workflow, ...projectNodes(readRawNodes(fields, options)) }
    : { nodes: [], gap: NOT_A_WORKFLOW };
}
