import { useRouteRef } from '@backstage/core-plugin-api';
import {
  KindsResponse,
  RegisteredPlane,
  RegistrationResult,
  RegistrationValues,
  valuesFromRegistration,
} from '@openchoreo-planes/backstage-plugin-planes-common';
import { useState } from 'react';
import { useEntityHref } from '@openchoreo-planes/backstage-plugin-planes-react';
import { fleetRouteRef } from '../../routes';
import { RegistrationFrame } from '../RegisterPage/frame/RegistrationFrame';
import { changesAgent } from './changesAgent';
import { ConflictView } from './conflict/ConflictView';
import { mergeValues } from './conflict/mergeValues';
import { EditForm } from './EditForm';
import { SavedView } from './SavedView';
import { useConfirmSaved } from './useConfirmSaved';
import { PlaneToEdit } from './useEditedPlane';

/** How far the change has come. */
type Phase =
  | {
      status: 'form';
      registered: RegisteredPlane;
      /** What the form begins with, where that is not what the plane has. */
      values?: RegistrationValues;
    }
  /** Somebody else has changed the plane meanwhile. */
  | {
      status: 'conflict';
      original: RegistrationValues;
      mine: RegistrationValues;
      current: RegisteredPlane;
    }
  /** Written, and its agents have something to do with it. */
  | { status: 'saved'; result: RegistrationResult };

/** What follows from somebody else's change: nothing to ask where it is about what the form does not have. */
function afterConflict(
  original: RegistrationValues,
  mine: RegistrationValues,
  current: RegisteredPlane,
): Phase {
  const theirs = valuesFromRegistration(current.registration);
  const { conflicts, taken } = mergeValues(original, mine, theirs);
  return conflicts.length > 0 || taken.length > 0
    ? { status: 'conflict', original, mine, current }
    : { status: 'form', registered: current, values: mine };
}

export interface EditedPlaneProps {
  uid: string;
  plane: PlaneToEdit;
  kinds: KindsResponse;
}

/** The form for a plane, and what comes after it. */
export function EditedPlane(props: EditedPlaneProps) {
  const { uid, plane, kinds } = props;
  const [phase, setPhase] = useState<Phase>({
    status: 'form',
    registered: plane.registered,
  });
  const fleetHref = useRouteRef(fleetRouteRef)();
  const entityHref = useEntityHref();
  const confirmSaved = useConfirmSaved();
  const planeHref = plane.entityRef ? entityHref(plane.entityRef) : fleetHref;
  // Where the portal writes nothing itself, the reader has applied the manifest.
  const written = kinds.controlPlanes.some(
    ({ name, mode }) =>
      name === plane.registered.ref.controlPlane && mode === 'apply',
  );
  const head = {
    title: `Edit ${plane.title}`,
    breadcrumbs: [
      { label: 'Planes', href: fleetHref },
      { label: plane.title, href: planeHref },
      { label: 'Edit', href: '' },
    ],
  };

  switch (phase.status) {
    case 'conflict': {
      const { original, mine, current } = phase;
      const theirs = valuesFromRegistration(current.registration);
      return (
        <RegistrationFrame {...head}>
          <ConflictView
            title={plane.title}
            merge={mergeValues(original, mine, theirs)}
            onDecided={values =>
              setPhase({ status: 'form', registered: current, values })
            }
          />
        </RegistrationFrame>
      );
    }
    case 'saved':
      return (
        <RegistrationFrame {...head}>
          <SavedView uid={uid} result={phase.result} written={written} />
        </RegistrationFrame>
      );
    default:
      return (
        <EditForm
          // What others have changed meanwhile is another beginning.
          key={phase.registered.resourceVersion}
          uid={uid}
          registered={phase.registered}
          initialValues={phase.values}
          kinds={kinds}
          leaveTo={planeHref}
          onConflict={(current, mine, original) =>
            setPhase(afterConflict(original, mine, current))
          }
          onSaved={(result, saved, original) =>
            changesAgent(original, saved)
              ? setPhase({ status: 'saved', result })
              : confirmSaved(result, written)
          }
          {...head}
        />
      );
  }
}
