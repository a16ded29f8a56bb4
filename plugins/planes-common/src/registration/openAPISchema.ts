import { z } from 'zod';

/** The schemas of an OpenAPI document, by name. */
export type OpenAPISchemas = Readonly<Record<string, unknown>>;

/** What matters here of a schema, with what it refers to. */
export interface OpenAPISchema {
  readonly type?: string;
  readonly properties: ReadonlyMap<string, unknown>;
  readonly required: ReadonlySet<string>;
}

/** A field of an object that a schema describes. */
export interface OpenAPIField {
  readonly path: string;
  readonly type?: string;
  /** The object that it is in requires it. */
  readonly isRequired: boolean;
}

const MAX_REFERENCES = 4;
const MAX_ALL_OF = 4;
const REFERENCE = '#/components/schemas/';

// A part of another form than expected counts as absent; other parts still tell something.
const schemaShape = z.object({
  type: z.string().optional().catch(undefined),
  properties: z.record(z.string(), z.unknown()).catch({}),
  required: z.array(z.string()).catch([]),
  allOf: z.array(z.unknown()).catch([]),
  $ref: z.string().optional().catch(undefined),
});

function merge(schemas: readonly OpenAPISchema[]): OpenAPISchema {
  return {
    type: schemas.find(({ type }) => type !== undefined)?.type,
    properties: new Map(schemas.flatMap(({ properties }) => [...properties])),
    required: new Set(schemas.flatMap(({ required }) => [...required])),
  };
}

/** Reads a schema; anything else counts as one that says nothing. */
export function openAPISchema(
  schema: unknown,
  schemas: OpenAPISchemas,
  references: number = MAX_REFERENCES,
): OpenAPISchema {
  const parsed = schemaShape.safeParse(schema);
  if (!parsed.success) {
    return merge([]);
  }
  const { type, properties, required, allOf, $ref } = parsed.data;
  const parts = allOf.slice(0, MAX_ALL_OF);
  const own: OpenAPISchema = {
    type,
    properties: new Map(Object.entries(properties)),
    required: new Set(required),
  };
  if (references === 0) {
    return own;
  }
  const name = $ref?.startsWith(REFERENCE)
    ? $ref.slice(REFERENCE.length)
    : undefined;
  const others =
    name !== undefined && Object.hasOwn(schemas, name)
      ? [schemas[name], ...parts]
      : parts;
  return merge([
    own,
    ...others.map(other => openAPISchema(other, schemas, references - 1)),
  ]);
}

/** The fields of an object that a schema describes, and of the objects in it; parents come first. */
export function openAPIFields(
  schema: unknown,
  schemas: OpenAPISchemas,
  depth: number,
  parent: string = '',
): OpenAPIField[] {
  const { properties, required } = openAPISchema(schema, schemas);
  return Array.from(properties).flatMap(([name, property]) => {
    const path = parent === '' ? name : `${parent}.${name}`;
    const { type } = openAPISchema(property, schemas);
    return [
      { path, type, isRequired: required.has(name) },
      ...(depth > 1 ? openAPIFields(property, schemas, depth - 1, path) : []),
    ];
  });
}
