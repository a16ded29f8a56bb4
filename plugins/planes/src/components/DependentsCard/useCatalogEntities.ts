import { stringifyEntityRef } from '@backstage/catalog-model';
import { useApi } from '@backstage/core-plugin-api';
import { catalogApiRef } from '@backstage/plugin-catalog-react';
import useAsync from 'react-use/esm/useAsync';

/** Which of some entity references the catalog has entities for; none until it has answered, or if it does not. */
export function useCatalogEntities(
  refs: readonly string[],
): ReadonlySet<string> {
  const catalogApi = useApi(catalogApiRef);
  // The list is made anew with every answer, mostly of the same references.
  const key = refs.join(' ');
  const { value } = useAsync(async () => {
    if (key === '') {
      return new Set<string>();
    }
    const { items } = await catalogApi.getEntitiesByRefs({
      entityRefs: key.split(' '),
      fields: ['kind', 'metadata.namespace', 'metadata.name'],
    });
    return new Set(
      items.flatMap(item => (item ? stringifyEntityRef(item) : [])),
    );
  }, [catalogApi, key]);
  return value ?? new Set();
}
