import { useApi } from '@backstage/core-plugin-api';
import { toError } from '@backstage/errors';
import {
  registrationFromValues,
  RegistrationReview,
  RegistrationValues,
} from '@openchoreo-planes/backstage-plugin-planes-common';
import { planesApiRef } from '@openchoreo-planes/backstage-plugin-planes-react';
import { useCallback, useEffect, useState } from 'react';
import { EditedPlane } from '../../../form/RegistrationForm';

/** What the control plane would say to the values. */
export type DryRun =
  | { status: 'asking' }
  /** The portal's backend could not be asked, or refused to. */
  | { status: 'failed'; error: Error }
  | { status: 'answered'; review: RegistrationReview };

interface Answer {
  /** What the answer is about: the values, and the resource that they change. */
  values: RegistrationValues;
  resourceVersion?: string;
  dryRun: DryRun;
}

/**
 * Asks what would come of the values, the control plane's API server included, at once and whenever they change.
 *
 * @param values - the same object for as long as nothing changes
 */
export function useDryRun(
  values: RegistrationValues,
  editing: Pick<EditedPlane, 'uid' | 'resourceVersion'> | undefined,
): { dryRun: DryRun; retry: () => void } {
  const api = useApi(planesApiRef);
  const { uid, resourceVersion } = editing ?? {};
  const [attempt, setAttempt] = useState(0);
  const [answer, setAnswer] = useState<Answer>();

  useEffect(() => {
    const request = new AbortController();
    const ask = async (): Promise<RegistrationReview> => {
      const registration = registrationFromValues(values);
      const options = { dryRun: 'all', signal: request.signal } as const;
      return uid !== undefined && resourceVersion !== undefined
        ? api.reviewUpdate(uid, { registration, resourceVersion }, options)
        : api.reviewRegistration(registration, options);
    };
    const answered = (dryRun: DryRun) => {
      if (!request.signal.aborted) {
        setAnswer({ values, resourceVersion, dryRun });
      }
    };
    ask().then(
      review => answered({ status: 'answered', review }),
      error => answered({ status: 'failed', error: toError(error) }),
    );
    return () => request.abort();
  }, [api, values, uid, resourceVersion, attempt]);

  const retry = useCallback(() => {
    setAnswer(undefined);
    setAttempt(count => count + 1);
  }, []);
  const current =
    answer?.values === values && answer.resourceVersion === resourceVersion;
  return {
    dryRun: answer && current ? answer.dryRun : { status: 'asking' },
    retry,
  };
}
