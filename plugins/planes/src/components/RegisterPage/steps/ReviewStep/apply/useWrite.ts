import { useApi } from '@backstage/core-plugin-api';
import { toError } from '@backstage/errors';
import {
  registrationFromValues,
  RegistrationResult,
  RegistrationValues,
} from '@openchoreo-planes/backstage-plugin-planes-common';
import { planesApiRef } from '@openchoreo-planes/backstage-plugin-planes-react';
import { useCallback, useEffect, useRef, useState } from 'react';
import { EditedPlane } from '../../../form/RegistrationForm';
import { WriteFailure, writeFailure } from './writeFailure';

/** What became of writing the plane. */
export type Write =
  | { status: 'none' | 'writing' | 'written' }
  | (WriteFailure & { values: RegistrationValues });

export interface WriteOptions {
  values: RegistrationValues;
  editing?: Pick<EditedPlane, 'uid' | 'resourceVersion'>;
  onWritten: (result: RegistrationResult) => void;
  onFailure: (failure: WriteFailure) => void;
}

/**
 * Registers the plane, or changes it, at most once at a time.
 *
 * @remarks
 * A request that is under way is never cancelled, since nobody could tell then whether the plane was written.
 */
export function useWrite(options: WriteOptions): {
  write: Write;
  start: () => void;
} {
  const api = useApi(planesApiRef);
  const [write, setWrite] = useState<Write>({ status: 'none' });
  const busy = useRef(false);
  const shown = useRef(true);
  useEffect(() => {
    shown.current = true;
    return () => {
      shown.current = false;
    };
  }, []);

  const { values, editing, onWritten, onFailure } = options;
  const start = useCallback(async () => {
    // The button is disabled only with the next rendering, and a second click may come before.
    if (busy.current) {
      return;
    }
    busy.current = true;
    setWrite({ status: 'writing' });
    try {
      const registration = registrationFromValues(values);
      const result = editing
        ? await api.updatePlane(editing.uid, {
            registration,
            resourceVersion: editing.resourceVersion,
          })
        : await api.registerPlane(registration);
      if (shown.current) {
        setWrite({ status: 'written' });
        onWritten(result);
      }
    } catch (error) {
      busy.current = false;
      const failure = writeFailure(toError(error));
      if (shown.current) {
        setWrite({ ...failure, values });
        onFailure(failure);
      }
    }
  }, [api, values, editing, onWritten, onFailure]);

  const outdated = 'values' in write && write.values !== values;
  return { write: outdated ? { status: 'none' } : write, start };
}
