import { useRouteRef } from '@backstage/core-plugin-api';
import { useParams } from 'react-router-dom';
import { fleetRouteRef } from '../../routes';
import { RegistrationFrame } from '../RegisterPage/frame/RegistrationFrame';
import { RegistrationSkeleton } from '../RegisterPage/frame/RegistrationSkeleton';
import { EditedPlane } from './EditedPlane';
import { EditRefusal } from './EditRefusal';
import { useEditedPlane } from './useEditedPlane';

function Content(props: { uid: string }) {
  const state = useEditedPlane(props.uid);
  const fleetHref = useRouteRef(fleetRouteRef)();
  if (state.status === 'ready') {
    return <EditedPlane plane={state.plane} kinds={state.kinds} {...props} />;
  }
  return (
    <RegistrationFrame
      title="Edit plane"
      breadcrumbs={[
        { label: 'Planes', href: fleetHref },
        { label: 'Edit', href: '' },
      ]}
    >
      {state.status === 'failed' ? (
        <EditRefusal error={state.error} onRetry={state.retry} />
      ) : (
        <RegistrationSkeleton />
      )}
    </RegistrationFrame>
  );
}

/** The form that changes the plane that the URL names. */
export function EditPlanePage() {
  const { uid = '' } = useParams();
  // Another plane gets a form of its own.
  return <Content key={uid} uid={uid} />;
}
