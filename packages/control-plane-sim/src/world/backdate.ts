import { ApiServer } from '../ApiServer';
import { PlannedObject } from './World';

/** Makes objects look as old as they are meant to be. */
export function backdate(
  server: ApiServer,
  objects: readonly PlannedObject[],
): void {
  for (const { manifest, createdAt } of objects) {
    if (createdAt !== undefined) {
      const plural = `${manifest.kind.toLowerCase()}s`;
      server.backdate(
        { group: 'openchoreo.dev', plural },
        manifest.metadata,
        new Date(createdAt),
      );
    }
  }
}
