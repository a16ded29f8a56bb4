import { parseEntityRef, stringifyEntityRef } from '@backstage/catalog-model';
import { InputError } from '@backstage/errors';
import {
  type Plane,
  planeEntityRef,
} from '@openchoreo-planes/backstage-plugin-planes-common';
import type { PlaneInventory } from '@openchoreo-planes/backstage-plugin-planes-node';

/** How a caller may name a plane: by one of `uid`, `entityRef`, and `kind` with `name`. */
export interface PlaneQuestion {
  readonly uid?: string;
  readonly entityRef?: string;
  readonly kind?: string;
  readonly namespace?: string;
  readonly name?: string;
  readonly controlPlane?: string;
}

/** The question in words: `uid '8f2c'`. */
export function describeQuestion(question: PlaneQuestion): string {
  return Object.entries(question)
    .filter(([, value]) => value !== undefined)
    .map(([key, value]) => `${key} '${value}'`)
    .join(', ');
}

/**
 * Finds the plane that a caller means.
 *
 * @throws InputError when the question names none, several, or cannot be read
 */
export function findPlane(
  question: PlaneQuestion,
  inventory: PlaneInventory,
  clusterScopedNamespace: string,
): Plane | undefined {
  const { uid, entityRef, kind, name } = question;
  if (uid !== undefined) {
    return inventory.getByUid(uid);
  }
  const { planes } = inventory.snapshot();
  if (entityRef !== undefined) {
    const wanted = readEntityRef(entityRef);
    return planes.find(
      ({ ref }) => planeEntityRef(ref, clusterScopedNamespace) === wanted,
    );
  }
  if (kind === undefined || name === undefined) {
    throw new InputError(
      "Name the plane by 'uid', by 'entityRef', or by 'kind' and 'name' of its resource, with 'namespace' where it has one",
    );
  }
  return findByResource(question, planes);
}

function findByResource(
  question: PlaneQuestion,
  planes: readonly Plane[],
): Plane | undefined {
  const { kind, namespace, name, controlPlane } = question;
  const found = planes.filter(
    ({ ref }) =>
      ref.kind === kind &&
      ref.name === name &&
      ref.namespace === namespace &&
      (controlPlane === undefined || ref.controlPlane === controlPlane),
  );
  if (found.length > 1) {
    const names = found.map(({ ref }) => `'${ref.controlPlane}'`).join(', ');
    throw new InputError(
      `Several control planes have a plane with ${describeQuestion(
        question,
      )}: say by 'controlPlane' which one you mean, of ${names}`,
    );
  }
  return found.at(0);
}

function readEntityRef(entityRef: string): string {
  try {
    return stringifyEntityRef(
      parseEntityRef(entityRef, { defaultKind: 'resource' }),
    );
  } catch (error) {
    throw new InputError(
      `'entityRef' is '${entityRef}', which is no entity reference such as 'resource:default/data-plane-eu'`,
      error,
    );
  }
}
