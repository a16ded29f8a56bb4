import { JsonObject } from '../objects/json';
import { uidOf } from '../tls/ServerDirectory';

/** An object to put into a cluster as it is, status and all. @public */
export interface PlantedObject {
  readonly group: string;
  readonly plural: string;
  readonly namespace?: string;
  readonly name: string;
  readonly labels?: Record<string, string>;
  readonly ownerReferences?: JsonObject[];
  /** Milliseconds since 1970. */
  readonly createdAt: number;
  readonly content: JsonObject;
}

/** The uid of an object that is planted: always the same, within one cluster. */
export function plantedUid(
  plural: string,
  namespace: string | undefined,
  name: string,
): string {
  return uidOf(`${plural}/${namespace ?? ''}/${name}`);
}
