import { ControlPlaneKinds } from '@openchoreo-planes/backstage-plugin-planes-common';
import { useRegistrationForm } from '../form/RegistrationForm';

/** The releases whose resources a control plane serves, as far as its kinds tell. */
function generation({ kinds }: ControlPlaneKinds): string | undefined {
  if (kinds.some(({ kind }) => kind === 'WorkflowPlane')) {
    return 'OpenChoreo 1.x resources';
  }
  return kinds.some(({ kind }) => kind === 'BuildPlane')
    ? 'resources of OpenChoreo before 1.0'
    : undefined;
}

/** Where the plane is going to be registered, and that nothing happens before one says so. */
export function ControlPlaneSentence() {
  const { controlPlane } = useRegistrationForm();
  if (!controlPlane) {
    return <>Nothing is written before the last step.</>;
  }
  const resources = generation(controlPlane);
  return (
    <>
      On control plane <strong>{controlPlane.name}</strong>
      {resources && ` (${resources})`}.{' '}
      {controlPlane.mode === 'manifest'
        ? 'The portal writes nothing there: the manifest is the result.'
        : 'Nothing is written before the last step.'}
    </>
  );
}
