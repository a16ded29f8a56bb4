import { useApiHolder } from '@backstage/core-plugin-api';
import { catalogApiRef } from '@backstage/plugin-catalog-react';
import { useEffect, useState } from 'react';

const LOOK_AGAIN_MS = 1_000;

/**
 * Whether the catalog has an entity, which takes it a moment after the control plane has the resource.
 *
 * @remarks
 * Where the catalog cannot be asked, it may as well have it.
 */
export function useIsInCatalog(entityRef: string): boolean {
  const catalog = useApiHolder().get(catalogApiRef);
  const [found, setFound] = useState<string>();
  useEffect(() => {
    let timer: ReturnType<typeof setTimeout> | undefined;
    let ended = false;
    const look = async () => {
      const has = await catalog?.getEntityByRef(entityRef).then(
        entity => entity !== undefined,
        () => true,
      );
      if (ended) {
        return;
      }
      if (has === false) {
        timer = setTimeout(look, LOOK_AGAIN_MS);
      } else {
        setFound(entityRef);
      }
    };
    look();
    return () => {
      ended = true;
      clearTimeout(timer);
    };
  }, [catalog, entityRef]);
  return found === entityRef;
}
