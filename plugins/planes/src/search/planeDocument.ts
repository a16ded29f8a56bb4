import { SearchDocument, SearchResult } from '@backstage/plugin-search-common';
import { PLANE_CLUSTER_ENTITY_TYPE, PLANE_ENTITY_TYPES } from '../entityTypes';

/** What a search document says about a plane. */
export interface PlaneDocument {
  /** The type of the catalog entity, in words: `Data plane`. */
  type?: string;
  namespace?: string;
  /** The reference of the catalog entity, unless it stands for agents rather than for a plane. */
  entityRef?: string;
}

const TYPES = new Set([...PLANE_ENTITY_TYPES, PLANE_CLUSTER_ENTITY_TYPE]);

function text(document: SearchDocument, key: string): string | undefined {
  const value = Object.entries(document).find(([name]) => name === key)?.[1];
  return typeof value === 'string' && value !== '' ? value : undefined;
}

/** Tells whether a search result is the catalog entity of a plane, or of the agents that planes share. */
export function isPlaneSearchResult(result: SearchResult): boolean {
  const { type, document } = result;
  return (
    type === 'software-catalog' &&
    text(document, 'kind')?.toLowerCase() === 'resource' &&
    TYPES.has(text(document, 'type') ?? '')
  );
}

/** The catalog's documents do not have the entity's name, but its page's address ends with it. */
function entityName({ location }: SearchDocument): string | undefined {
  return /([^/]+)$/.exec(location)?.[1];
}

/** Reads what a search document says about a plane; every property is optional, whatever the index holds. */
export function readPlaneDocument(document: SearchDocument): PlaneDocument {
  const entityType = text(document, 'type') ?? '';
  const type = entityType.replaceAll('-', ' ');
  const namespace = text(document, 'namespace');
  const name = entityName(document);
  const isPlane = PLANE_ENTITY_TYPES.includes(entityType);
  return {
    type: type ? type[0].toUpperCase() + type.slice(1) : undefined,
    namespace,
    entityRef:
      isPlane && namespace && name
        ? `resource:${namespace}/${name}`.toLowerCase()
        : undefined,
  };
}
