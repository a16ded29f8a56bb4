import { Notice } from '@openchoreo-planes/backstage-plugin-planes-react';

/** What an observability plane loses whose agent CA is in a Secret. */
export function NotInlineNotice() {
  return (
    <Notice
      severity="warning"
      title="OpenChoreo's controllers use an observability plane only if its CA is inline."
    >
      With a Secret, the agent connects, but the controllers do not send
      anything through it. Paste the PEM, and do not store it as a Secret.
    </Notice>
  );
}
