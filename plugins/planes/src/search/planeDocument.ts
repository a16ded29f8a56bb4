import { SearchDocument, SearchResult } from '@backstage/plugin-search-common';
import { PLANE_CLUSTER_ENTITY_TYPE, PLANE_ENTITY_TYPES } from '../entityTypes';

/** What a search document says about a plane. */
export interface PlaneDocument {
  /** The type of the catalog entity, in words: `Data plane`. */
  type?: string;
  namespace?: string;
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

/** Reads what a search document says about a plane; every property is optional, whatever the index holds. */
export function readPlaneDocument(document: SearchDocument): PlaneDocument {
  const type = text(document, 'type')?.replaceAll('-', ' ');
  return {
    type: type && type[0].toUpperCase() + type.slice(1),
    namespace: text(document, 'namespace'),
  };
}
