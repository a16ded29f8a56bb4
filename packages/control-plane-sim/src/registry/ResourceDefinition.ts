import { ApiObject } from '../objects/ApiObject';
import { JsonObject } from '../objects/json';
import { FieldError } from '../status/fieldErrors';
import { Schema } from '../schema/Schema';

/** A column of the table that `kubectl get` prints. */
export interface PrinterColumn {
  name: string;
  type: string;
  format: string;
  description: string;
  priority: number;
  cell(object: ApiObject): unknown;
}

/** What the server knows about one resource that it serves. */
export interface ResourceDefinition {
  group: string;
  version: string;
  plural: string;
  singular: string;
  kind: string;
  listKind: string;
  namespaced: boolean;
  shortNames: readonly string[];
  categories: readonly string[];
  /** Whether `/status` is a resource of its own, so that spec and status are written separately. */
  hasStatus: boolean;
  /** Whether `metadata.generation` counts the changes. */
  hasGeneration: boolean;
  /** What a name must look like. */
  nameRule: 'subdomain' | 'label';
  /** Undefined for built-in resources, whose fields are not checked. */
  schema?: Schema;
  /** As it was given, for OpenAPI. */
  schemaSource?: JsonObject;
  printerColumns: readonly PrinterColumn[];
  /** Fields besides `metadata.name` and `metadata.namespace` that a field selector may name. */
  selectableFields: readonly string[];
  storageVersionHash?: string;
  /** Built-in resources are laxer: a write need not say what it is of, nor which version it replaces. */
  isBuiltIn: boolean;
  /** What the server fills in when an object is created. */
  prepare?(object: ApiObject): ApiObject;
  /** What the server makes of every object that is written. */
  normalize?(object: ApiObject): ApiObject;
  /** Checks that no schema expresses. */
  validate?(object: ApiObject): FieldError[];
}

/** `openchoreo.dev/dataplanes`; `/namespaces` for the core group. */
export function resourceKey(group: string, plural: string): string {
  return `${group}/${plural}`;
}

/** `openchoreo.dev/v1alpha1`; `v1` for the core group. */
export function groupVersion(resource: {
  group: string;
  version: string;
}): string {
  return resource.group
    ? `${resource.group}/${resource.version}`
    : resource.version;
}

/** As errors name a resource. */
export function resourceName(definition: ResourceDefinition): {
  group: string;
  resource: string;
} {
  return { group: definition.group, resource: definition.plural };
}
