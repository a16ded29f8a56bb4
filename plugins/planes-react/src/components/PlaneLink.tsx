import { EntityRefLink } from '@backstage/plugin-catalog-react';

/**
 * Props of {@link PlaneLink}.
 *
 * @public
 */
export interface PlaneLinkProps {
  /** The reference of the plane's catalog entity. */
  entityRef: string;
  title: string;
}

/**
 * A link to a plane's page in the catalog.
 *
 * @public
 */
export function PlaneLink(props: PlaneLinkProps) {
  return (
    <EntityRefLink entityRef={props.entityRef} disableTooltip hideIcon>
      {props.title}
    </EntityRefLink>
  );
}
