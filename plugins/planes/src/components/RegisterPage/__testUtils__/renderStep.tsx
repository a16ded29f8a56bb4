import { renderInTestApp } from '@backstage/frontend-test-utils';
import { entityRouteRef } from '@backstage/plugin-catalog-react';
import {
  KindsResponse,
  RegistrationValues,
} from '@openchoreo-planes/backstage-plugin-planes-common';
import { planesApiRef } from '@openchoreo-planes/backstage-plugin-planes-react';
import { FakePlanesApi } from '@openchoreo-planes/backstage-plugin-planes-react/testUtils';
import { act } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import {
  EditedPlane,
  RegistrationForm,
  RegistrationFormContext,
} from '../form/RegistrationForm';
import { REGISTRATION_STEPS } from '../form/steps';
import {
  RegistrationFormState,
  useRegistrationFormState,
} from '../form/useRegistrationFormState';
import { fleetRouteRef } from '../../../routes';
import { kindsFixture, v12ControlPlane } from './kinds';

export interface RenderStepOptions {
  /** Default: one without planes. */
  api?: FakePlanesApi;
  /** Default: of one control plane of OpenChoreo 1.2. */
  kinds?: KindsResponse;
  /** What was filled in already. */
  values?: RegistrationValues;
  editing?: EditedPlane;
  /** Default: `/`. */
  url?: string;
}

let drafts = 0;

/** Renders one step as the page does, and lets a test read what came of it. */
export async function renderStep(
  step: JSX.Element,
  options: RenderStepOptions = {},
) {
  const { api = new FakePlanesApi(), kinds = kindsFixture(v12ControlPlane()) } =
    options;
  api.kinds = kinds;
  drafts += 1;
  const draftKey = `test-${drafts}`;
  const latest: { state?: RegistrationFormState } = {};
  const state = (): RegistrationFormState => {
    if (!latest.state) {
      throw new Error('The form has not been rendered yet');
    }
    return latest.state;
  };

  function Page() {
    latest.state = useRegistrationFormState({
      kinds,
      editing: options.editing,
      initialValues: options.values,
      draftKey,
      reviewPauseMs: 0,
    });
    return (
      <RegistrationFormContext.Provider value={latest.state.form}>
        {step}
      </RegistrationFormContext.Provider>
    );
  }

  const user = userEvent.setup();
  const { container, unmount } = await renderInTestApp(<Page />, {
    apis: [[planesApiRef, api]],
    mountedRoutes: {
      '/planes': fleetRouteRef,
      '/catalog/:namespace/:kind/:name': entityRouteRef,
    },
    initialRouteEntries: [options.url ?? '/'],
  });
  return {
    container,
    unmount,
    user,
    api,
    /** The form as the step sees it now. */
    form: (): RegistrationForm => state().form,
    /** What is filled in now. */
    values: (): RegistrationValues => state().form.values,
    /** Changes values as another step would. */
    change: (changes: RegistrationValues) =>
      act(async () => state().form.change(changes)),
    /** Shows every problem, as trying to go on does. */
    leaveSteps: () =>
      act(async () => REGISTRATION_STEPS.forEach(state().leaveStep)),
  };
}
