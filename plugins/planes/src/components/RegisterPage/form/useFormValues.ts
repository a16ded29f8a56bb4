import {
  ControlPlaneKinds,
  KindsResponse,
  RegistrationValues,
} from '@openchoreo-planes/backstage-plugin-planes-common';
import { useCallback, useMemo, useState } from 'react';
import { Draft } from './draft';
import { changeValues, valuesOfKind } from './formValues';
import {
  EditedPlane,
  InstallationValues,
  OfferedKind,
} from './RegistrationForm';

/** The values of a form, and what of the control planes they choose. */
export interface FormValues {
  values: RegistrationValues;
  /** What the form began with, leaving a draft aside. */
  initial: RegistrationValues;
  installation: InstallationValues;
  controlPlane?: ControlPlaneKinds;
  served?: OfferedKind;
  change: (changes: RegistrationValues) => void;
  changeInstallation: (changes: Partial<InstallationValues>) => void;
  reset: () => void;
}

function findControlPlane(kinds: KindsResponse, name: string | undefined) {
  return kinds.controlPlanes.find(controlPlane => controlPlane.name === name);
}

function findKind(kinds: KindsResponse, values: RegistrationValues) {
  return findControlPlane(kinds, values.controlPlane)?.kinds.find(
    ({ kind }) => kind === values.kind,
  );
}

/** Values with changes, without what the chosen kind has no use for. */
function change(
  kinds: KindsResponse,
  values: RegistrationValues,
  changes: RegistrationValues,
): RegistrationValues {
  const changed = changeValues(values, changes);
  if (
    changed.kind === values.kind &&
    changed.controlPlane === values.controlPlane
  ) {
    return changed;
  }
  const served = findKind(kinds, changed);
  return served
    ? valuesOfKind(changed, served)
    : changeValues(changed, { kind: '' });
}

function initialInstallation(
  kinds: KindsResponse,
  controlPlane: ControlPlaneKinds | undefined,
): InstallationValues {
  return {
    method: 'helm',
    agentURL: controlPlane?.agentURL ?? '',
    chartVersion: kinds.chartVersion ?? '',
  };
}

function initialValues(
  kinds: KindsResponse,
  proposed: RegistrationValues = {},
): RegistrationValues {
  const first =
    kinds.controlPlanes.find(({ kinds: served }) => served.length > 0) ??
    kinds.controlPlanes[0];
  return changeValues(
    { 'agentCA.source': 'inline' },
    { controlPlane: first?.name, ...proposed },
  );
}

/** The values of a draft; a control plane that is gone from the configuration makes way for another. */
function draftValues(
  kinds: KindsResponse,
  values: RegistrationValues,
  { controlPlane }: RegistrationValues,
): RegistrationValues {
  return findControlPlane(kinds, values.controlPlane)
    ? values
    : change(kinds, values, { controlPlane });
}

/** Keeps the values of a form. */
export function useFormValues(
  options: {
    kinds: KindsResponse;
    editing?: EditedPlane;
    /** For a new plane, what a link proposes; for one that exists, changes that were not made in this form. */
    initialValues?: RegistrationValues;
  },
  draft: Draft | undefined,
): FormValues {
  const { kinds, editing } = options;
  const [initial] = useState(
    () => editing?.original ?? initialValues(kinds, options.initialValues),
  );
  const [values, setValues] = useState(() => {
    if (draft) {
      return draftValues(kinds, draft.values, initial);
    }
    return (editing && options.initialValues) ?? initial;
  });
  const controlPlane = findControlPlane(kinds, values.controlPlane);
  const [typed, setTyped] = useState<Partial<InstallationValues>>(
    draft?.installation ?? {},
  );
  const installation = useMemo(
    () => ({ ...initialInstallation(kinds, controlPlane), ...typed }),
    [kinds, controlPlane, typed],
  );
  return {
    values,
    initial,
    installation,
    controlPlane,
    served: findKind(kinds, values),
    change: useCallback(
      changes => setValues(current => change(kinds, current, changes)),
      [kinds],
    ),
    changeInstallation: useCallback(
      changes => setTyped(current => ({ ...current, ...changes })),
      [],
    ),
    reset: useCallback(() => {
      setValues(initial);
      setTyped({});
    }, [initial]),
  };
}
