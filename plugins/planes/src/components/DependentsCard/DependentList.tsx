import { stringifyEntityRef } from '@backstage/catalog-model';
import { EntityRefLink } from '@backstage/plugin-catalog-react';
import { Dependent } from '@openchoreo-planes/backstage-plugin-planes-common';
import { NameList } from '../NameList';
import { useCatalogEntities } from './useCatalogEntities';

/** The reference of the entity that OpenChoreo's own catalog module makes of a resource with a namespace. */
function entityRef(dependent: Dependent): string | undefined {
  const { kind, namespace, name } = dependent;
  return namespace && stringifyEntityRef({ kind, namespace, name });
}

function path(dependent: Dependent): string {
  const { kind, namespace, name } = dependent;
  return `${kind} ${namespace ? `${namespace}/${name}` : name}`;
}

/** The resources that depend on a plane, with links to those that the catalog has. */
export function DependentList(props: { items: readonly Dependent[] }) {
  const { items } = props;
  const entities = useCatalogEntities(
    items.flatMap(item => entityRef(item) ?? []),
  );
  return (
    <NameList
      label="Environments and workflows"
      items={items.map(item => {
        const ref = entityRef(item);
        return {
          key: path(item),
          name:
            ref && entities.has(ref) ? (
              <EntityRefLink entityRef={ref} hideIcon disableTooltip>
                {item.title}
              </EntityRefLink>
            ) : (
              item.title
            ),
          detail: `${path(item)} · ${
            item.explicit ? 'explicit' : 'by default'
          }`,
        };
      })}
    />
  );
}
