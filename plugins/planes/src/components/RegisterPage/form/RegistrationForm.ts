import {
  ControlPlaneKinds,
  KindsResponse,
  PlaneRef,
  RegistrationField,
  RegistrationProblem,
  RegistrationReview,
  RegistrationValues,
} from '@openchoreo-planes/backstage-plugin-planes-common';
import { createContext, useContext } from 'react';

/** What the commands for the agent are filled in with, besides the registration. */
export interface InstallationValues {
  method: 'helm' | 'kubectl' | 'installed';
  /** The WebSocket URL that the agent dials. */
  agentURL: string;
  chartVersion: string;
}

/** The plane that the form changes. */
export interface EditedPlane {
  uid: string;
  ref: PlaneRef;
  /** Of the resource that the values started from. */
  resourceVersion: string;
  /** The values that the form started from. */
  original: RegistrationValues;
}

/** A plane kind that the chosen control plane serves. */
export type OfferedKind = ControlPlaneKinds['kinds'][number];

/** The form for a plane, as its steps see it. */
export interface RegistrationForm {
  /** Undefined where a new plane is registered. */
  editing?: EditedPlane;
  kinds: KindsResponse;
  /** The chosen control plane. */
  controlPlane?: ControlPlaneKinds;
  /** The chosen kind, as the control plane serves it. */
  served?: OfferedKind;
  values: RegistrationValues;
  /** Changes values; an empty string takes one away. */
  change: (changes: RegistrationValues) => void;
  installation: InstallationValues;
  changeInstallation: (changes: Partial<InstallationValues>) => void;
  /**
   * Everything that is known to be wrong or worth knowing, errors first, whether or not the reader has come to it yet: of
   * the rules that the browser knows, at once; of the backend's, a moment after the last change.
   */
  problems: readonly RegistrationProblem[];
  /** Those of a field that are to be shown at it: once it was left, or once its step was to be left. */
  problemsAt: (field: RegistrationField) => readonly RegistrationProblem[];
  /** Takes note that a field was left, so that its problems show. */
  leaveField: (field: RegistrationField) => void;
  /** The backend's review of the values as they are; undefined while it is on its way or cannot be had. */
  review?: RegistrationReview;
  /** Takes note of a review of the values as they are that goes further, such as one with a dry run. */
  noteReview?: (review: RegistrationReview) => void;
  /** Why the backend could not review the values. */
  reviewError?: Error;
  /** Takes note that the values were written, so that no draft of them is kept and leaving asks nothing. */
  finish?: () => void;
}

/** Provided by the page; see {@link useRegistrationForm}. */
export const RegistrationFormContext = createContext<
  RegistrationForm | undefined
>(undefined);

/** The form that the component is part of. */
export function useRegistrationForm(): RegistrationForm {
  const form = useContext(RegistrationFormContext);
  if (!form) {
    throw new Error('There is no registration form around the component');
  }
  return form;
}
