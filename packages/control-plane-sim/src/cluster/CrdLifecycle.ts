import { JsonObject, objectAt, stringAt } from '../objects/json';
import { CRD_GROUP } from '../registry/builtinResources';
import { resourceOfCrd } from '../registry/customResource';
import { ResourceRegistry } from '../registry/ResourceRegistry';
import { applyDefaults } from '../schema/applyDefaults';
import { prune } from '../schema/prune';
import { ApiObject } from '../objects/ApiObject';
import { Schema } from '../schema/Schema';

/** What is stored, as the new schema reads it. */
function readThrough(object: ApiObject, schema: Schema): ApiObject {
  const { metadata, ...content } = object;
  const { value } = prune(content, schema);
  return {
    ...applyDefaults(value, schema),
    apiVersion: object.apiVersion,
    kind: object.kind,
    metadata,
  };
}

function removeAll(
  registry: ResourceRegistry,
  group: string,
  plural: string,
): void {
  const { entries = [] } = registry.find(group, plural)?.store.latest() ?? {};
  for (const { key } of entries) {
    registry.find(group, plural)?.store.remove(key);
  }
}

/**
 * Serves a resource for each CustomResourceDefinition as long as that exists. Unlike in a real cluster,
 * removing one removes its objects at once, even those that a finalizer holds.
 */
export function followCrds(registry: ResourceRegistry): void {
  const { store } = registry.require(CRD_GROUP, 'customresourcedefinitions');
  const specs = new Map<string, unknown>();
  store.subscribe(({ type, key, object }) => {
    const spec: JsonObject = objectAt(object, 'spec');
    if (type === 'DELETED') {
      specs.delete(key);
      const group = stringAt(spec, 'group') ?? '';
      const plural = stringAt(objectAt(spec, 'names'), 'plural') ?? '';
      removeAll(registry, group, plural);
      registry.unregister(group, plural);
      return;
    }
    if (specs.get(key) === object.spec) {
      return;
    }
    specs.set(key, object.spec);
    const { definition, store: objects } = registry.register(
      resourceOfCrd(object),
    );
    const { schema } = definition;
    if (schema && type === 'MODIFIED') {
      objects.rewrite(stored => readThrough(stored, schema));
    }
  });
}
