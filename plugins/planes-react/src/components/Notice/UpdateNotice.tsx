import { errorMessage, retryAfterMs } from '../../errors/refusal';
import { RelativeTime } from '../../time/RelativeTime';
import { Notice } from './Notice';

/** Props of {@link UpdateNotice}. @public */
export interface UpdateNoticeProps {
  error: Error;
  /** When what is shown came, in milliseconds of this browser's clock. */
  updatedAt: number;
  onRetry: () => void;
}

/**
 * The portal's backend does not answer, or holds back who asks too often; what is shown is as old as its last answer.
 *
 * @public
 */
export function UpdateNotice(props: UpdateNoticeProps) {
  return (
    <Notice
      severity="warning"
      title={
        <>
          {retryAfterMs(props.error) === undefined
            ? 'The portal stopped answering.'
            : 'Updates are held back for a moment.'}{' '}
          This is what it knew <RelativeTime time={props.updatedAt} />.
        </>
      }
      onRetry={props.onRetry}
    >
      {errorMessage(props.error)}
    </Notice>
  );
}
