import {
  planeCreatePermission,
  planeUpdatePermission,
} from '@openchoreo-planes/backstage-plugin-planes-common';
import { PermissionNotice } from '@openchoreo-planes/backstage-plugin-planes-react';
import { useRegistrationForm } from '../../../form/RegistrationForm';

/** The reader may not register this plane, or change it; which permission that takes. */
export function WriteForbidden(props: { id?: string }) {
  const { editing } = useRegistrationForm();
  return editing ? (
    <PermissionNotice
      id={props.id}
      title="You may not change this plane"
      permission={planeUpdatePermission}
    />
  ) : (
    <PermissionNotice
      id={props.id}
      title="You may not register this plane"
      permission={planeCreatePermission}
    />
  );
}
