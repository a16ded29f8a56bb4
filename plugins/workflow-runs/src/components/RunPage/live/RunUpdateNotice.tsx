import {
  Polled,
  UpdateNotice,
} from '@openchoreo-planes/backstage-plugin-planes-react';

export interface RunUpdateNoticeProps {
  /** What the page is made of. */
  sources: readonly Polled<unknown>[];
  onRetry: () => void;
}

/** That parts of the page are not up to date: said once, since they mostly have the same reason. */
export function RunUpdateNotice(props: RunUpdateNoticeProps) {
  for (const { error, updatedAt } of props.sources) {
    if (error && updatedAt !== undefined) {
      return (
        <UpdateNotice
          error={error}
          updatedAt={updatedAt}
          onRetry={props.onRetry}
        />
      );
    }
  }
  return null;
}
