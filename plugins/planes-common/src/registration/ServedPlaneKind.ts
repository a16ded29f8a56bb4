import { PlaneKind } from '../model/kinds';

/**
 * A plane kind as a control plane serves it, by the schema of its CustomResourceDefinition.
 *
 * @public
 */
export interface ServedPlaneKind {
  readonly kind: PlaneKind;
  /**
   * The paths of the fields of `spec` that the schema knows, without `spec.`, for example `planeID`,
   * `clusterAgent.clientCA.secretKeyRef` or `gateway.ingress`; those of arrays and of listeners are not among them.
   */
  readonly fields: readonly string[];
  /** Those of {@link ServedPlaneKind.fields} that their parent requires. */
  readonly requiredFields: readonly string[];
  /** The schema allows a string for `observabilityPlaneRef`, as before v0.15, instead of an object. */
  readonly observabilityPlaneRefIsString: boolean;
  /** The kind that took its place in the same control plane: nothing reconciles resources of this one any more. */
  readonly supersededBy?: PlaneKind;
}

/** Whether a served kind has a field of `spec`. @public */
export function hasField(served: ServedPlaneKind, path: string): boolean {
  return served.fields.includes(path);
}

/** Whether a served kind requires a field of `spec` where its parent is present. @public */
export function requiresField(served: ServedPlaneKind, path: string): boolean {
  return served.requiredFields.includes(path);
}

/** Whether planes of the kind are reached through agents, as since v0.9; others cannot be registered here. @public */
export function hasAgents(served: ServedPlaneKind): boolean {
  return hasField(served, 'clusterAgent.clientCA');
}
