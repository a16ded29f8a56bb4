import { Announcement } from '@openchoreo-planes/backstage-plugin-planes-react';
import { useRegistrationForm } from '../../../form/RegistrationForm';
import { StepCard } from '../../../frame/StepCard';
import { dryRunAnnouncement } from './dryRunAnnouncement';
import { DryRunView, DryRunViewProps } from './DryRunView';

/** What the control plane's API server says to what is about to be written. */
export function DryRunCard(props: DryRunViewProps) {
  const { values } = useRegistrationForm();
  return (
    <StepCard title={`Dry run on control plane ${values.controlPlane}`}>
      <Announcement>{dryRunAnnouncement(props.dryRun)}</Announcement>
      <DryRunView {...props} />
    </StepCard>
  );
}
