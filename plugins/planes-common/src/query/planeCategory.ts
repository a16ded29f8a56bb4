import { PlaneCategory } from '../api/planesSchema';
import { PlaneKind, planeKindInfo } from '../model/kinds';

/** What a plane is told apart by in a list. @public */
export function planeCategory(kind: PlaneKind): PlaneCategory {
  const { gatewayPlaneType, planeType } = planeKindInfo(kind);
  return gatewayPlaneType === 'buildplane' ? 'build' : planeType;
}
