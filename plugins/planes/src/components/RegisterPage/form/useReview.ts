import { toError } from '@backstage/errors';
import { useApi } from '@backstage/core-plugin-api';
import {
  registrationFromValues,
  RegistrationReview,
  RegistrationValues,
} from '@openchoreo-planes/backstage-plugin-planes-common';
import { planesApiRef } from '@openchoreo-planes/backstage-plugin-planes-react';
import { useEffect, useState } from 'react';
import { EditedPlane } from './RegistrationForm';

const PAUSE_MS = 300;

/** What the backend said, and of what. */
export interface ReviewedValues {
  values: RegistrationValues;
  review?: RegistrationReview;
  error?: Error;
}

/**
 * The backend's last review of the values, asked for once the typing pauses.
 *
 * @param values - the same object for as long as nothing changes
 * @returns undefined before the first answer; `values` tells whether it is of the current ones
 */
export function useReview(
  values: RegistrationValues,
  editing: Pick<EditedPlane, 'uid' | 'resourceVersion'> | undefined,
  pauseMs: number = PAUSE_MS,
): ReviewedValues | undefined {
  const api = useApi(planesApiRef);
  const [reviewed, setReviewed] = useState<ReviewedValues>();
  const { uid, resourceVersion } = editing ?? {};
  const enough = values.controlPlane !== undefined && values.kind !== undefined;
  useEffect(() => {
    if (!enough) {
      return undefined;
    }
    const request = new AbortController();
    const ask = async () => {
      const registration = registrationFromValues(values);
      const options = { dryRun: 'lint', signal: request.signal } as const;
      const review =
        uid !== undefined && resourceVersion !== undefined
          ? await api.reviewUpdate(
              uid,
              { registration, resourceVersion },
              options,
            )
          : await api.reviewRegistration(registration, options);
      return { values, review };
    };
    const timer = setTimeout(async () => {
      const answer = await ask().catch(error => ({
        values,
        error: toError(error),
      }));
      if (!request.signal.aborted) {
        setReviewed(answer);
      }
    }, pauseMs);
    return () => {
      clearTimeout(timer);
      request.abort();
    };
  }, [api, values, enough, uid, resourceVersion, pauseMs]);
  return reviewed;
}
