import { RELATION_OWNED_BY } from '@backstage/catalog-model';
import {
  EntityRefLinks,
  getEntityRelations,
  useEntity,
  useEntityPresentation,
} from '@backstage/plugin-catalog-react';
import { EntityHeaderLayoutProps } from '@backstage/plugin-catalog-react/alpha';
import { Header } from '@backstage/ui';
import {
  ANNOTATION_KIND,
  ANNOTATION_NAME,
  ANNOTATION_NAMESPACE,
} from '@openchoreo-planes/backstage-plugin-planes-common';
import { useLivePlane } from '../../live/useLivePlane';
import { HeaderActions } from './HeaderActions';
import { HeaderState } from './HeaderState';

/** The head of a plane's page: what it is called, what it is, and its state. */
export function PlaneEntityHeader(props: EntityHeaderLayoutProps) {
  const { entity } = useEntity();
  const { primaryTitle } = useEntityPresentation(entity);
  const { live } = useLivePlane();
  // The entity of the page was read once; a display name that somebody changes since then is live.
  const displayName =
    live.status === 'ready' ? live.view.plane.displayName : undefined;
  const annotations = entity.metadata.annotations ?? {};
  const owners = getEntityRelations(entity, RELATION_OWNED_BY);
  const path = [annotations[ANNOTATION_NAMESPACE], annotations[ANNOTATION_NAME]]
    .filter(Boolean)
    .join(' / ');
  return (
    <Header
      title={displayName ?? primaryTitle}
      tags={[annotations[ANNOTATION_KIND] ?? entity.kind, path]
        .filter(Boolean)
        .map(label => ({ label }))}
      metadata={[
        { label: 'State', value: <HeaderState /> },
        ...(owners.length > 0
          ? [
              {
                label: 'Owner',
                value: <EntityRefLinks entityRefs={owners} hideIcons />,
              },
            ]
          : []),
      ]}
      tabs={props.tabs}
      activeTabId={props.activeTabId}
      customActions={<HeaderActions />}
    />
  );
}
