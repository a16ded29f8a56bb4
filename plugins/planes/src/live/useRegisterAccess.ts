import {
  refusalStatus,
  useKinds,
} from '@openchoreo-planes/backstage-plugin-planes-react';

/** Whether the user may register planes; `unknown` where that could not be asked. */
export type RegisterAccess = 'checking' | 'granted' | 'missing' | 'unknown';

/** Whether the user may register planes of some kind in some control plane; asked only while a component needs it. */
export function useRegisterAccess(): RegisterAccess {
  const { value, error } = useKinds();
  if (error && refusalStatus(error) === 'forbidden') {
    return 'missing';
  }
  if (value) {
    return value.mayCreate ? 'granted' : 'missing';
  }
  return error ? 'unknown' : 'checking';
}
