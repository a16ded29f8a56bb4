import { ApiObject } from '../objects/ApiObject';
import { isJsonObject } from '../objects/json';
import { ResourceDefinition } from '../registry/ResourceDefinition';
import { badRequest } from '../status/errors';

/** What a field selector says about the objects it selects. */
export interface FieldSelector {
  matches(object: ApiObject): boolean;
  /** The only name it can select, where it names one. */
  name?: string;
}

function fieldValue(object: ApiObject, field: string): string {
  const value = field
    .split('.')
    .reduce<unknown>(
      (parent, name) => (isJsonObject(parent) ? parent[name] : undefined),
      object,
    );
  return value === undefined || value === null ? '' : String(value);
}

/**
 * Reads a field selector such as `metadata.name=default`; undefined where it selects everything.
 *
 * @throws StatusError 400 for a field by which the resource cannot be selected
 */
export function parseFieldSelector(
  selector: string | undefined,
  definition: ResourceDefinition,
): FieldSelector | undefined {
  const parts = (selector ?? '').split(',').filter(Boolean);
  if (parts.length === 0) {
    return undefined;
  }
  const supported = [
    'metadata.name',
    ...(definition.namespaced ? ['metadata.namespace'] : []),
    ...definition.selectableFields,
  ];
  const requirements = parts.map(part => {
    const match = /^([^=!]+)(==|!=|=)(.*)$/.exec(part);
    if (!match) {
      throw badRequest(
        `invalid selector: '${part}'; can't understand '${part}'`,
      );
    }
    const [, field, operator, value] = match;
    if (!supported.includes(field)) {
      throw badRequest(`field label not supported: ${field}`);
    }
    return { field, value, equal: operator !== '!=' };
  });
  return {
    matches: object =>
      requirements.every(
        ({ field, value, equal }) =>
          (fieldValue(object, field) === value) === equal,
      ),
    name: requirements.find(
      ({ field, equal }) => field === 'metadata.name' && equal,
    )?.value,
  };
}
