import {
  ANNOTATION_DESCRIPTION,
  ANNOTATION_DISPLAY_NAME,
  ANNOTATION_OWNER,
} from '../entity/annotations';
import { PlaneKindInfo } from '../model/kinds';
import { NotAPlane, Plane } from '../model/plane';
import {
  Fields,
  fieldsOf,
  itemsOf,
  readInteger,
  readName,
  readNamespace,
  readText,
  readToken,
} from './readers';
import { parseTime } from './time';

export const MAX_TITLE_LENGTH = 200;
export const MAX_DESCRIPTION_LENGTH = 1000;
const MAX_FINALIZERS = 20;
const OPAQUE = /^[A-Za-z0-9]([-A-Za-z0-9._:]*[A-Za-z0-9])?$/;
const QUALIFIED_NAME = /^[A-Za-z0-9]([-A-Za-z0-9._/]*[A-Za-z0-9])?$/;
// [kind:][namespace/]name; anything else would make the catalog refuse the plane's entity.
export const ENTITY_REF =
  /^([a-z][a-z0-9]{0,62}:)?([a-z0-9]([-a-z0-9]{0,61}[a-z0-9])?\/)?[a-z0-9]([-a-z0-9_.]{0,61}[a-z0-9])?$/i;

/** What a plane takes from its resource's metadata. */
export type PlaneMetadata = Pick<
  Plane,
  | 'uid'
  | 'resourceVersion'
  | 'generation'
  | 'creationTimestamp'
  | 'deletionTimestamp'
  | 'finalizers'
  | 'displayName'
  | 'description'
  | 'owner'
> & { readonly name: string; readonly namespace?: string };

function readFinalizers(metadata: Fields): string[] {
  const finalizers: string[] = [];
  for (const item of itemsOf(metadata, 'finalizers', MAX_FINALIZERS)) {
    const finalizer = readToken(item, QUALIFIED_NAME, 316);
    if (finalizer !== undefined) {
      finalizers.push(finalizer);
    }
  }
  return finalizers;
}

/** Reads the metadata of a plane resource; only named annotations are looked at. */
export function parseMetadata(
  metadata: Fields,
  info: PlaneKindInfo,
): PlaneMetadata | NotAPlane {
  const name = readName(metadata.name);
  if (name === undefined) {
    return { reason: 'no-name' };
  }
  const uid = readToken(metadata.uid, OPAQUE, 128);
  if (uid === undefined) {
    return { reason: 'no-uid', name };
  }
  const namespaced = info.scope === 'Namespaced';
  const namespace = namespaced ? readNamespace(metadata.namespace) : undefined;
  if (namespaced && namespace === undefined) {
    return { reason: 'no-namespace', name };
  }
  const annotations = fieldsOf(metadata, 'annotations');
  return {
    name,
    namespace,
    uid,
    resourceVersion: readToken(metadata.resourceVersion, OPAQUE, 128) ?? '',
    generation: readInteger(metadata.generation, 0, Number.MAX_SAFE_INTEGER),
    creationTimestamp: parseTime(metadata.creationTimestamp),
    deletionTimestamp: parseTime(metadata.deletionTimestamp),
    finalizers: readFinalizers(metadata),
    displayName: readText(
      annotations[ANNOTATION_DISPLAY_NAME],
      MAX_TITLE_LENGTH,
    ),
    description: readText(
      annotations[ANNOTATION_DESCRIPTION],
      MAX_DESCRIPTION_LENGTH,
    ),
    owner: readToken(annotations[ANNOTATION_OWNER], ENTITY_REF, 200),
  };
}
