import { z } from 'zod';

const typeSchema = z.enum([
  'string',
  'integer',
  'number',
  'boolean',
  'array',
  'object',
]);

type ParameterType = z.infer<typeof typeSchema>;

interface ParameterSchema {
  readonly type?: ParameterType;
  readonly nullable?: boolean;
  readonly enum?: readonly unknown[];
  readonly properties?: Readonly<Record<string, ParameterSchema>>;
  readonly items?: ParameterSchema;
}

/** As much of a schema as is checked; what is odd in it is not. */
const parameterSchema: z.ZodType<ParameterSchema> = z.lazy(() =>
  z.object({
    type: typeSchema.optional().catch(undefined),
    nullable: z.boolean().optional().catch(undefined),
    enum: z.array(z.unknown()).optional().catch(undefined),
    properties: z
      .record(z.string(), parameterSchema)
      .optional()
      .catch(undefined),
    items: parameterSchema.optional().catch(undefined),
  }),
);

const workflowSchema = z.object({
  spec: z.object({
    parameters: z.object({ openAPIV3Schema: parameterSchema }),
  }),
});

const NAMES: Record<ParameterType, string> = {
  string: 'a text',
  integer: 'a whole number',
  number: 'a number',
  boolean: 'true or false',
  array: 'a list',
  object: 'an object',
};

/** The schema of a workflow's parameters; undefined where the workflow has none, or is of an older release. */
export function parametersSchemaOf(
  workflow: object,
): ParameterSchema | undefined {
  const { data } = workflowSchema.safeParse(workflow);
  return data?.spec.parameters.openAPIV3Schema;
}

/**
 * What is wrong with parameters that were changed: OpenChoreo accepts a run with any, and leaves one that it cannot render
 * pending for ever without a word.
 *
 * @param before - as they were; what is the same is not looked at
 * @returns a sentence that names the parameter and what it must be; without values, which may be secrets
 */
export function parameterProblem(
  schema: ParameterSchema,
  after: unknown,
  before: unknown,
  path = '',
): string | undefined {
  if (after === before || (after === null && schema.nullable)) {
    return undefined;
  }
  if (schema.type && !isOfType(after, schema.type)) {
    return `Parameter '${path}' must be ${NAMES[schema.type]}`;
  }
  if (schema.enum && !schema.enum.includes(after)) {
    return `Parameter '${path}' must be one of ${schema.enum.join(', ')}`;
  }
  for (const [key, child, childSchema] of childrenOf(after, schema)) {
    const problem = parameterProblem(
      childSchema,
      child,
      childOf(before, key),
      typeof key === 'number' ? `${path}[${key}]` : join(path, key),
    );
    if (problem !== undefined) {
      return problem;
    }
  }
  return undefined;
}

function isOfType(value: unknown, type: ParameterType): boolean {
  switch (type) {
    case 'integer':
      return Number.isInteger(value);
    case 'array':
      return Array.isArray(value);
    case 'object':
      return isObject(value);
    default:
      return typeof value === type;
  }
}

function childrenOf(
  value: unknown,
  { items, properties }: ParameterSchema,
): (readonly [string | number, unknown, ParameterSchema])[] {
  if (Array.isArray(value) && items) {
    return value.map((item, index) => [index, item, items] as const);
  }
  if (!isObject(value) || !properties) {
    return [];
  }
  return Object.entries(properties).flatMap(([key, schema]) =>
    Object.hasOwn(value, key) ? [[key, value[key], schema] as const] : [],
  );
}

function childOf(value: unknown, key: string | number): unknown {
  if (typeof key === 'number') {
    return Array.isArray(value) ? value[key] : undefined;
  }
  return isObject(value) ? value[key] : undefined;
}

function isObject(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

function join(path: string, key: string): string {
  return path === '' ? key : `${path}.${key}`;
}
