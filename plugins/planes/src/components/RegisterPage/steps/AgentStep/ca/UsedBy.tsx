import { useRegistrationForm } from '../../../form/RegistrationForm';
import { ToneText } from '../ToneText';

/** Which other planes have the same agent CA, as far as the backend tells. */
export function UsedBy() {
  const { problems, review, reviewError } = useRegistrationForm();
  const shared = problems.find(({ code }) => code === 'agent-ca-shared');
  if (shared) {
    return (
      <>
        <ToneText tone="warning">{shared.message}</ToneText> {shared.remedy}
      </>
    );
  }
  if (reviewError) {
    return <>not known: the portal could not look it up</>;
  }
  return <>{review ? 'no other plane that you may see' : 'looking it up…'}</>;
}
