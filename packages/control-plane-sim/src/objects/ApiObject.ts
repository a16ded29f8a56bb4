import { JsonObject } from './json';

/** Which manager owns which fields since when. */
export interface ManagedFields {
  manager: string;
  operation: 'Update';
  apiVersion: string;
  time: string;
  fieldsType: 'FieldsV1';
  fieldsV1: JsonObject;
  subresource?: string;
}

/** Metadata of an object as the server keeps it. */
export interface ObjectMeta {
  name: string;
  generateName?: string;
  namespace?: string;
  uid: string;
  resourceVersion?: string;
  generation?: number;
  creationTimestamp: string;
  deletionTimestamp?: string;
  deletionGracePeriodSeconds?: number;
  labels?: Record<string, string>;
  annotations?: Record<string, string>;
  finalizers?: string[];
  ownerReferences?: JsonObject[];
  managedFields?: ManagedFields[];
}

/** An object as the server keeps it. Treated as immutable: a change makes a new object. */
export interface ApiObject {
  apiVersion: string;
  kind: string;
  metadata: ObjectMeta;
  [field: string]: unknown;
}

/** Now in the form of Kubernetes timestamps: RFC 3339, UTC, whole seconds. */
export function timestamp(now: Date = new Date()): string {
  return `${now.toISOString().slice(0, 19)}Z`;
}

/** Tells an object of a resource from other answers, such as lists and `Status`. */
export function isApiObject(value: object): value is ApiObject {
  return (
    'metadata' in value &&
    typeof value.metadata === 'object' &&
    value.metadata !== null &&
    'uid' in value.metadata
  );
}
