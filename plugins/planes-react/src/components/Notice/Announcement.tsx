import { VisuallyHidden } from '@backstage/ui';
import { ReactNode } from 'react';

/**
 * Words for those who cannot see what changed; spoken when they change.
 *
 * @public
 */
export function Announcement(props: { children: ReactNode }) {
  return (
    <VisuallyHidden aria-live="polite" aria-atomic>
      {props.children}
    </VisuallyHidden>
  );
}
