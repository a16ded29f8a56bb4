import { useRouteRef } from '@backstage/core-plugin-api';
import { useSearchParams } from 'react-router-dom';
import { fleetRouteRef } from '../../routes';
import { ConnectPage } from './ConnectPage';
import { useDraftKey } from './form/useDraftKey';
import { ControlPlaneSentence } from './frame/ControlPlaneSentence';
import { KindsGate } from './frame/KindsGate';
import { RegistrationFlow } from './RegistrationFlow';

const TITLE = 'Register a plane';

/** Registers a plane, step by step; then waits for its agents. */
export function RegisterPage() {
  const [params, setParams] = useSearchParams();
  const fleetHref = useRouteRef(fleetRouteRef)();
  const draftKey = useDraftKey('new');
  const page = {
    title: TITLE,
    breadcrumbs: [{ label: 'Planes', href: fleetHref }, { label: 'Register' }],
  };
  const uid = params.get('uid');
  if (params.get('step') === 'connect' && uid) {
    return <ConnectPage {...page} uid={uid} draftKey={draftKey} />;
  }
  return (
    <KindsGate {...page}>
      {kinds => (
        <RegistrationFlow
          {...page}
          kinds={kinds}
          draftKey={draftKey}
          subtitle={<ControlPlaneSentence />}
          leaveTo={fleetHref}
          leaveQuestion="Leave without registering?"
          onSaved={({ plane }) =>
            // There is no way back into the form of a plane that is registered.
            setParams({ step: 'connect', uid: plane.uid }, { replace: true })
          }
        />
      )}
    </KindsGate>
  );
}
