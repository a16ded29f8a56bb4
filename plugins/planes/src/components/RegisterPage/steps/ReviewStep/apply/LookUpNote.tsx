import {
  errorMessage,
  Notice,
} from '@openchoreo-planes/backstage-plugin-planes-react';
import { LookUp } from './useLookUp';

/** What came of looking for the plane; finding it leads to the next step. */
export function LookUpNote(props: { lookUp: LookUp; planeName?: string }) {
  const { lookUp, planeName } = props;
  switch (lookUp.status) {
    case 'not-found':
      return (
        <Notice
          severity="info"
          title={`The portal does not see ${planeName} in the control plane`}
        >
          A plane appears a second or two after it was created. If it stays
          away, it was not created, or you may not see it.
        </Notice>
      );
    case 'failed':
      return (
        <Notice severity="error" title="The planes could not be read">
          {errorMessage(lookUp.error)}
        </Notice>
      );
    default:
      return null;
  }
}
