import { isJsonObject, JsonObject } from '../objects/json';
import { jsonPatch, JsonPatchError } from '../patches/jsonPatch';
import { mergePatch } from '../patches/mergePatch';
import { ServedResource } from '../registry/ResourceRegistry';
import { badRequest, unsupportedMediaType } from '../status/errors';
import { invalid, invalidObject } from '../status/fieldErrors';
import { StatusError } from '../status/Status';
import { jsonComplaint } from './parseBody';
import { applyUpdate } from './applyUpdate';
import { requireObject } from './storedObject';
import { WriteOptions, WriteResult } from './WriteRequest';

const JSON_PATCH = 'application/json-patch+json';
const MERGE_PATCH = 'application/merge-patch+json';
const STRATEGIC_MERGE_PATCH = 'application/strategic-merge-patch+json';
const APPLY_PATCH = 'application/apply-patch+yaml';

function parsePatch(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    throw badRequest(`error decoding patch: ${jsonComplaint(text)}`);
  }
}

function typeName(value: unknown): string {
  return Array.isArray(value) ? 'array' : typeof value;
}

function assertPatchType(mediaType: string, resource: ServedResource): void {
  const { isBuiltIn } = resource.definition;
  const accepted = [
    JSON_PATCH,
    MERGE_PATCH,
    ...(isBuiltIn ? [STRATEGIC_MERGE_PATCH] : []),
  ];
  if (mediaType === APPLY_PATCH) {
    throw unsupportedMediaType(
      `this development server does not offer server-side apply; use a client-side apply, or one of: ${accepted.join(
        ', ',
      )}`,
    );
  }
  if (!accepted.includes(mediaType)) {
    // The list is that of a real API server, so that clients see the same refusal.
    throw unsupportedMediaType(
      `the body of the request was in an unknown format - accepted media types include: ${[
        ...accepted,
        APPLY_PATCH,
      ].join(', ')}`,
    );
  }
}

function patched(
  current: JsonObject,
  patch: unknown,
  mediaType: string,
): JsonObject {
  if (mediaType !== JSON_PATCH) {
    if (!isJsonObject(patch)) {
      throw badRequest(
        `error decoding patch: json: cannot unmarshal ${typeName(
          patch,
        )} into Go value of type map[string]interface {}`,
      );
    }
    return mergePatch(current, patch);
  }
  if (!Array.isArray(patch)) {
    throw badRequest(
      `error decoding patch: json: cannot unmarshal ${typeName(
        patch,
      )} into Go value of type []handlers.jsonPatchOp`,
    );
  }
  try {
    return jsonPatch(current, patch);
  } catch (error) {
    if (error instanceof JsonPatchError) {
      throw new StatusError(
        422,
        'Invalid',
        'the server rejected our request due to an error in our request',
        {},
      );
    }
    throw error;
  }
}

/**
 * Changes an object by a JSON patch or a merge patch.
 *
 * @throws StatusError 415 for other patches, and for everything that an update refuses
 */
export function patchObject(
  resource: ServedResource,
  namespace: string | undefined,
  name: string,
  text: string,
  mediaType: string,
  options: WriteOptions,
): WriteResult {
  assertPatchType(mediaType, resource);
  const patch = parsePatch(text);
  const current = requireObject(resource, namespace, name);
  const body = patched(current, patch, mediaType);
  return applyUpdate({
    resource,
    current,
    body,
    options,
    strictError: complaints =>
      invalidObject({ group: '', kind: '' }, '', [
        invalid('patch', JSON.stringify(body), complaints),
      ]),
  });
}
