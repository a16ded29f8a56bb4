import { alertApiRef, useApi } from '@backstage/core-plugin-api';
import { RegistrationResult } from '@openchoreo-planes/backstage-plugin-planes-common';
import { useCallback } from 'react';
import { useNavigate } from 'react-router-dom';
import { useEntityHref } from '@openchoreo-planes/backstage-plugin-planes-react';

/** Goes to the plane's page, and says there that the change was written, where the portal wrote it. */
export function useConfirmSaved(): (
  result: RegistrationResult,
  written: boolean,
) => void {
  const alertApi = useApi(alertApiRef);
  const navigate = useNavigate();
  const entityHref = useEntityHref();
  return useCallback(
    ({ plane }: RegistrationResult, written: boolean) => {
      if (written) {
        alertApi.post({
          message: `${plane.title} is saved.`,
          severity: 'success',
          display: 'transient',
        });
      }
      navigate(entityHref(plane.entityRef));
    },
    [alertApi, navigate, entityHref],
  );
}
