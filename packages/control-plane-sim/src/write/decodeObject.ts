import { JsonObject } from '../objects/json';
import { ResourceDefinition } from '../registry/ResourceDefinition';
import { applyDefaults } from '../schema/applyDefaults';
import { prune } from '../schema/prune';
import { badRequest } from '../status/errors';
import { StatusError } from '../status/Status';
import { readObjectMeta, SentMetadata } from './readObjectMeta';

/** An object as a client sent it: of known structure, but not yet checked against its schema. */
export interface DecodedObject {
  /** Everything but the metadata, pruned and defaulted. */
  content: JsonObject;
  metadata: SentMetadata;
  /** What the schema does not know, for strict validation and warnings. */
  unknownFields: string[];
}

/** The answer to an object that cannot be read as one of the resource. */
export function cannotBeHandled(
  { kind, version }: ResourceDefinition,
  why: string,
): StatusError {
  return badRequest(
    `${kind} in version "${version}" cannot be handled as a ${kind}: ${why}`,
  );
}

/**
 * Reads an object of a resource; drops what its schema does not know, fills in its defaults.
 *
 * @throws StatusError 400 where metadata has the wrong structure
 */
export function decodeObject(
  object: JsonObject,
  definition: ResourceDefinition,
): DecodedObject {
  const { metadata: sentMetadata, ...rest } = object;
  const { metadata, unknownFields, mistyped } = readObjectMeta(sentMetadata);
  for (const { field, actual, expected } of mistyped) {
    throw cannotBeHandled(
      definition,
      `json: cannot unmarshal ${actual} into Go struct field ${field} of type ${expected}`,
    );
  }
  const { schema } = definition;
  if (!schema) {
    return { content: rest, metadata, unknownFields };
  }
  const pruned = prune(rest, schema);
  return {
    content: applyDefaults(pruned.value, schema),
    metadata,
    unknownFields: [...unknownFields, ...pruned.unknownFields],
  };
}

/** The complaints of strict decoding. */
export function strictComplaints(unknownFields: readonly string[]): string {
  return `strict decoding error: ${unknownFieldWarnings(unknownFields).join(
    ', ',
  )}`;
}

/** The same as warnings. */
export function unknownFieldWarnings(
  unknownFields: readonly string[],
): string[] {
  return unknownFields.map(field => `unknown field "${field}"`);
}
