import {
  formatPlaneRef,
  PlaneLink as Link,
} from '@openchoreo-planes/backstage-plugin-planes-common';
import { PlaneLink } from '@openchoreo-planes/backstage-plugin-planes-react';
import { NameList } from './NameList';

/** Links to planes. */
export function PlaneLinkList(props: { planes: readonly Link[] }) {
  return (
    <NameList
      items={props.planes.map(({ entityRef, title, ref }) => ({
        key: entityRef,
        name: <PlaneLink entityRef={entityRef} title={title} />,
        detail: formatPlaneRef(ref),
      }))}
    />
  );
}
