import {
  RegisteredPlane,
  RegistrationResult,
  RegistrationValues,
  valuesFromRegistration,
} from '@openchoreo-planes/backstage-plugin-planes-common';
import { useMemo } from 'react';
import { useDraftKey } from '../RegisterPage/form/useDraftKey';
import {
  RegistrationFlow,
  RegistrationFlowProps,
} from '../RegisterPage/RegistrationFlow';
import { editDraftMode } from './editDraftMode';

export interface EditFormProps
  extends Pick<
    RegistrationFlowProps,
    'title' | 'breadcrumbs' | 'kinds' | 'initialValues' | 'leaveTo'
  > {
  uid: string;
  registered: RegisteredPlane;
  /** See `RegistrationFlowProps`; told what the form started from, too. */
  onConflict: (
    current: RegisteredPlane,
    values: RegistrationValues,
    original: RegistrationValues,
  ) => void;
  onSaved: (
    result: RegistrationResult,
    values: RegistrationValues,
    original: RegistrationValues,
  ) => void;
}

/** The form for a plane as somebody found it. */
export function EditForm(props: EditFormProps) {
  const { uid, registered, onConflict, onSaved, ...flow } = props;
  const editing = useMemo(() => {
    const { ref, resourceVersion, registration } = registered;
    const original = valuesFromRegistration(registration);
    return { uid, ref, resourceVersion, original };
  }, [uid, registered]);
  const { original } = editing;
  const draftKey = useDraftKey(editDraftMode(uid, original));
  return (
    <RegistrationFlow
      {...flow}
      editing={editing}
      draftKey={draftKey}
      subtitle={`On control plane ${registered.ref.controlPlane}. Nothing is written before you save.`}
      leaveQuestion="Leave without saving?"
      onConflict={(current, values) => onConflict(current, values, original)}
      onSaved={(result, values) => onSaved(result, values, original)}
    />
  );
}
