import {
  Polled,
  refusalStatus,
} from '@openchoreo-planes/backstage-plugin-planes-react';
import { RefusalNotice } from './RefusalNotice';

/**
 * What to show in the place of a list that may not be seen, or could never be read.
 *
 * @returns undefined where there is something to show, however old, or to wait for
 */
export function listRefusal(
  list: Pick<Polled<unknown>, 'value' | 'error' | 'retry'>,
  subject: string,
): JSX.Element | undefined {
  const { value, error, retry } = list;
  if (!error) {
    return undefined;
  }
  const status = refusalStatus(error);
  return status === 'forbidden' || !value ? (
    <RefusalNotice
      status={status}
      error={error}
      onRetry={retry}
      subject={subject}
    />
  ) : undefined;
}
