import {
  ANNOTATION_RERUN_OF,
  ANNOTATION_TRIGGERED_BY,
  LABEL_COMPONENT,
  LABEL_PROJECT,
} from '../model/annotations';
import type { Run, RunTrigger } from '../model/run';
import { Fields, fieldsAt, readName, readToken } from './readers';
import { readTime } from './time';

const UID = /^[A-Za-z0-9]([-A-Za-z0-9._:]*[A-Za-z0-9])?$/;
const LABEL_VALUE = /^[A-Za-z0-9]([-A-Za-z0-9._]*[A-Za-z0-9])?$/;
const ENTITY_REF =
  /^([a-z][a-z0-9-]*:)?([a-z0-9][-a-z0-9_.]*\/)?[a-z0-9][-a-z0-9_.]*$/i;

/** What a run takes from its resource's metadata. */
export type RunMetadata = Pick<
  Run,
  'uid' | 'resourceVersion' | 'deletedAt' | 'project' | 'component' | 'trigger'
> & {
  readonly name: string;
  readonly namespace: string;
  readonly createdAt?: string;
};

function readTrigger(annotations: Fields): RunTrigger {
  return {
    user: readToken(annotations[ANNOTATION_TRIGGERED_BY], ENTITY_REF, 200),
    rerunOf: readName(annotations[ANNOTATION_RERUN_OF]),
  };
}

function readOwner(spec: Fields, field: string): string | undefined {
  return readToken(fieldsAt(spec, 'owner')[field], LABEL_VALUE, 253);
}

/** Reads the metadata of a run; `missing` names what no run can be without. */
export function readRunMetadata(
  resource: Fields,
): RunMetadata | { readonly missing: 'name' | 'namespace' | 'uid' } {
  const metadata = fieldsAt(resource, 'metadata');
  const name = readName(metadata.name);
  const namespace = readName(metadata.namespace);
  const uid = readToken(metadata.uid, UID, 128);
  if (name === undefined) {
    return { missing: 'name' };
  }
  if (namespace === undefined) {
    return { missing: 'namespace' };
  }
  if (uid === undefined) {
    return { missing: 'uid' };
  }
  const labels = fieldsAt(metadata, 'labels');
  // OpenChoreo before v0.11, and component workflows until v0.16, name the owner in the spec.
  const spec = fieldsAt(resource, 'spec');
  return {
    name,
    namespace,
    uid,
    resourceVersion: readToken(metadata.resourceVersion, UID, 128) ?? '',
    createdAt: readTime(metadata.creationTimestamp),
    deletedAt: readTime(metadata.deletionTimestamp),
    project:
      readToken(labels[LABEL_PROJECT], LABEL_VALUE, 63) ??
      readOwner(spec, 'projectName'),
    component:
      readToken(labels[LABEL_COMPONENT], LABEL_VALUE, 63) ??
      readOwner(spec, 'componentName'),
    trigger: readTrigger(fieldsAt(metadata, 'annotations')),
  };
}
