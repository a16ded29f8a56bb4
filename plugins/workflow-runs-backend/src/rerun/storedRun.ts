import {
  LABEL_COMPONENT,
  LABEL_PROJECT,
  type RunKind,
} from '@openchoreo-planes/backstage-plugin-workflow-runs-common';
import { z } from 'zod';

const anything = z.record(z.string(), z.unknown());

const objectSchema = z.object({
  metadata: z.object({
    uid: z.string(),
    labels: z.record(z.string(), z.string()).optional(),
  }),
  spec: z.looseObject({
    workflow: z
      .looseObject({
        kind: z.string().optional(),
        parameters: anything.optional(),
        /** What parameters were called before v0.11. */
        schema: anything.optional(),
        /** Of a ComponentWorkflowRun. */
        systemParameters: anything.optional(),
      })
      .optional(),
    /** Of a Build. */
    repository: anything.optional(),
    templateRef: z
      .looseObject({
        parameters: z
          .array(z.looseObject({ name: z.string(), value: z.unknown() }))
          .optional(),
      })
      .optional(),
  }),
});

type Parameters = Readonly<Record<string, unknown>>;
type StoredSpec = z.infer<typeof objectSchema>['spec'];

/** A run as the API server has it: whole, where the inventory has it in short. */
export interface StoredRun {
  readonly uid: string;
  /** Those by which OpenChoreo knows what the run is of. */
  readonly labels: Readonly<Record<string, string>>;
  /** As {@link Run.parameters} has them, but in whole. */
  readonly parameters: Parameters;
  /** The spec of a run that is the same but for its parameters. */
  specWith(parameters: Parameters): object;
}

/** Reads a run's object; undefined for what is none. */
export function readStoredRun(
  object: object,
  kind: RunKind,
): StoredRun | undefined {
  const { data } = objectSchema.safeParse(object);
  if (!data) {
    return undefined;
  }
  const { metadata, spec } = data;
  const shape = kind === 'Build' ? buildShape(spec) : workflowShape(spec);
  const kept = [LABEL_PROJECT, LABEL_COMPONENT].flatMap(label => {
    const value = metadata.labels?.[label];
    return value === undefined ? [] : [[label, value]];
  });
  return shape
    ? { uid: metadata.uid, labels: Object.fromEntries(kept), ...shape }
    : undefined;
}

function workflowShape(
  spec: StoredSpec,
): Pick<StoredRun, 'parameters' | 'specWith'> | undefined {
  const { workflow } = spec;
  if (!workflow) {
    return undefined;
  }
  const { parameters, schema, systemParameters } = workflow;
  const field = !parameters && schema ? 'schema' : 'parameters';
  return {
    parameters: {
      ...(parameters ?? schema),
      ...(systemParameters && { systemParameters }),
    },
    specWith: changed => {
      const { systemParameters: system, ...rest } = changed;
      const own = systemParameters ? rest : changed;
      const hasOwn =
        workflow[field] !== undefined || Object.keys(own).length > 0;
      return {
        ...spec,
        workflow: {
          ...workflow,
          ...(hasOwn && { [field]: own }),
          ...(systemParameters && { systemParameters: system }),
        },
      };
    },
  };
}

function buildShape(
  spec: StoredSpec,
): Pick<StoredRun, 'parameters' | 'specWith'> {
  const { repository, templateRef } = spec;
  const listed = templateRef?.parameters ?? [];
  return {
    parameters: {
      ...Object.fromEntries(listed.map(({ name, value }) => [name, value])),
      ...(repository && { repository }),
    },
    specWith: ({ repository: source, ...others }) => {
      const known = new Set(listed.map(({ name }) => name));
      const added = Object.entries(others)
        .filter(([name]) => !known.has(name))
        .map(([name, value]) => ({ name, value }));
      const parameters = [
        ...listed.map(each => ({ ...each, value: others[each.name] })),
        ...added,
      ];
      return {
        ...spec,
        ...(source !== undefined && { repository: source }),
        ...(parameters.length > 0 && {
          templateRef: { ...templateRef, parameters },
        }),
      };
    },
  };
}
