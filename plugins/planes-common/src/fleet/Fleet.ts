import { ObservabilityPlaneResolution } from '../model/observabilityPlaneResolution';
import { Plane } from '../model/plane';

/**
 * What the planes of one moment are to each other. An index: build it once per snapshot.
 *
 * @remarks
 * A plane asked about is recognised by its `ref`; it need not be the same object that was indexed.
 *
 * @public
 */
export interface Fleet {
  /**
   * Other planes that share this one's agents: equal control plane, gateway plane type and
   * planeID. At most `limit`.
   */
  sharing(plane: Plane, limit?: number): readonly Plane[];
  /** How many planes {@link Fleet.sharing} has without a limit; does not enumerate them. */
  sharingCount(plane: Plane): number;
  /** The observability plane that this plane reports to, by OpenChoreo's rules. */
  observabilityPlane(plane: Plane): ObservabilityPlaneResolution;
  /** The planes that report to this observability plane. */
  observes(plane: Plane): readonly Plane[];
  /**
   * Planes of the same control plane that trust the same inline agent CA under another planeID.
   * At most `limit`.
   */
  agentCASharedWith(plane: Plane, limit?: number): readonly Plane[];
  /**
   * How many planes {@link Fleet.agentCASharedWith} has without a limit; does not enumerate them
   * for a plane with one CA.
   */
  agentCASharedCount(plane: Plane): number;
}
