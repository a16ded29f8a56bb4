import { DecoratorBase } from '@backstage/plugin-search-backend-node';
import type { IndexableDocument } from '@backstage/plugin-search-common';
import {
  type Plane,
  planeEntityRef,
  planeKindInfo,
} from '@openchoreo-planes/backstage-plugin-planes-common';
import type {
  PlaneInventory,
  PlanesConfig,
} from '@openchoreo-planes/backstage-plugin-planes-node';

/**
 * Adds to the search documents of plane entities the words by which people look for a plane, and which the catalog's
 * own documents lack: planeID, kind, namespace and resource name.
 */
export class PlaneDocumentDecorator extends DecoratorBase {
  readonly #planes: ReadonlyMap<string, Plane>;

  /** Made anew for each indexing, with the planes of that moment. */
  constructor(inventory: PlaneInventory, config: PlanesConfig) {
    super();
    this.#planes = new Map(
      inventory
        .snapshot()
        .planes.map(plane => [
          planeEntityRef(plane.ref, config.clusterScopedNamespace),
          plane,
        ]),
    );
  }

  async initialize(): Promise<void> {}

  async decorate(document: IndexableDocument): Promise<IndexableDocument> {
    const plane = this.#planes.get(document.authorization?.resourceRef ?? '');
    return plane
      ? { ...document, text: `${asSentence(document.text)}${facts(plane)}` }
      : document;
  }

  async finalize(): Promise<void> {}
}

function asSentence(text: string): string {
  const trimmed = text.trim();
  if (trimmed === '') {
    return '';
  }
  return /[.!?]$/.test(trimmed) ? `${trimmed} ` : `${trimmed}. `;
}

function facts(plane: Plane): string {
  const { ref, planeID } = plane;
  const { label, scope } = planeKindInfo(ref.kind);
  const where = ref.namespace
    ? `in namespace ${ref.namespace}`
    : `in ${scope.toLowerCase()} scope`;
  return `${label} ${ref.name} ${where}, planeID ${planeID}, kind ${ref.kind}, control plane ${ref.controlPlane}.`;
}
