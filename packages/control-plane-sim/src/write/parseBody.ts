import { isJsonObject, JsonObject } from '../objects/json';
import {
  groupVersion,
  ResourceDefinition,
} from '../registry/ResourceDefinition';
import { badRequest } from '../status/errors';
import { StatusError } from '../status/Status';

/** Into this the server of the recordings reads an object first. */
const TYPE_META =
  'struct { APIVersion string "json:\\"apiVersion,omitempty\\""; Kind string "json:\\"kind,omitempty\\"" }';

/** Why a text is not JSON, in the words of a real API server. */
export function jsonComplaint(text: string): string {
  try {
    JSON.parse(text);
    return '';
  } catch (error) {
    const message = error instanceof Error ? error.message : '';
    const position = /position (\d+)/.exec(message)?.[1];
    const wrong =
      position === undefined
        ? /Unexpected token '(.)'/su.exec(message)?.[1]
        : text[Number(position)];
    return wrong === undefined
      ? 'unexpected end of JSON input'
      : `invalid character '${wrong}' looking for beginning of value`;
  }
}

function summary(text: string): string {
  if (text === '') {
    return '<empty>';
  }
  const isObject = text.startsWith('{');
  const shown = isObject ? text : Buffer.from(text).toString('hex');
  const limit = isObject ? 30 : 60;
  return shown.length > limit ? `${shown.slice(0, limit)} ...` : shown;
}

function unrecognized(
  { kind }: ResourceDefinition,
  why: string,
  text: string,
): StatusError {
  return badRequest(
    `the object provided is unrecognized (must be of type ${kind}): ${why} (${summary(
      text,
    )})`,
  );
}

function parseObject(text: string, definition: ResourceDefinition): JsonObject {
  const prefix = "couldn't get version/kind; json parse error:";
  let body: unknown;
  try {
    body = JSON.parse(text);
  } catch {
    throw unrecognized(definition, `${prefix} ${jsonComplaint(text)}`, text);
  }
  if (!isJsonObject(body)) {
    const type = Array.isArray(body) ? 'array' : typeof body;
    throw unrecognized(
      definition,
      `${prefix} json: cannot unmarshal ${type} into Go value of type ${TYPE_META}`,
      text,
    );
  }
  return body;
}

/**
 * Reads the body of a create or an update.
 *
 * @throws StatusError 400 where it is no object of the resource's version
 */
export function parseBody(
  text: string,
  definition: ResourceDefinition,
): JsonObject {
  const body = parseObject(text, definition);
  const expected = groupVersion(definition);
  if (definition.isBuiltIn) {
    // Of these the endpoint says what they are.
    return { apiVersion: expected, kind: definition.kind, ...body };
  }
  const { apiVersion = '', kind } = body;
  if (!kind) {
    throw unrecognized(
      definition,
      `Object 'Kind' is missing in '${text}'`,
      text,
    );
  }
  if (apiVersion !== expected) {
    throw badRequest(
      `the API version in the data (${String(
        apiVersion,
      )}) does not match the expected API version (${expected})`,
    );
  }
  return body;
}
