import { ResponseError } from '@backstage/errors';
import {
  RegistrationProblem,
  RegistrationResult,
  RegistrationValues,
} from '@openchoreo-planes/backstage-plugin-planes-common';
import {
  FakePlanesApi,
  responseError,
} from '@openchoreo-planes/backstage-plugin-planes-react/testUtils';
import { act, screen, waitFor, within } from '@testing-library/react';
import { useState } from 'react';
import { useLocation } from 'react-router-dom';
import { testPlane } from '../../../../__testUtils__/testPlane';
import { kindsFixture, v12ControlPlane } from '../../__testUtils__/kinds';
import { renderStep, RenderStepOptions } from '../../__testUtils__/renderStep';
import { ReviewStep, ReviewStepProps } from './ReviewStep';

const VALUES: RegistrationValues = {
  controlPlane: 'default',
  kind: 'ClusterDataPlane',
  name: 'edge-02',
  planeID: 'edge-02',
  'agentCA.source': 'secret',
  'agentCA.secretKeyRef.namespace': 'openchoreo',
  'agentCA.secretKeyRef.name': 'edge-02-ca',
  'agentCA.secretKeyRef.key': 'ca.crt',
  secretStore: 'default',
};

const RESULT: RegistrationResult = {
  plane: {
    uid: 'uid-1',
    ref: { controlPlane: 'default', kind: 'ClusterDataPlane', name: 'edge-02' },
    entityRef: 'resource:default/cluster-data-plane-edge-02',
    title: 'edge-02',
  },
  manifest: 'kind: ClusterDataPlane',
  problems: [],
};

const EDITING: RenderStepOptions['editing'] = {
  uid: 'uid-1',
  ref: RESULT.plane.ref,
  resourceVersion: '7',
  original: VALUES,
};

const TAKEN: RegistrationProblem = {
  code: 'name-taken',
  severity: 'error',
  field: 'name',
  message: 'There is a ClusterDataPlane called edge-02 already.',
  remedy: 'Choose another name.',
};

async function refusal(
  status: number,
  name: string,
  more: object,
): Promise<ResponseError> {
  const error = { name, message: 'Refused for a reason.', ...more };
  return ResponseError.fromResponse(
    Response.json({ error, response: { statusCode: status } }, { status }),
  );
}

function Url() {
  const { search } = useLocation();
  return <p>{`Query: ${search}`}</p>;
}

/** As a page has it that renders itself anew with a conflict, and listens by another function each time. */
function Review(props: Omit<ReviewStepProps, 'onBack'>) {
  const [conflicts, setConflicts] = useState(0);
  return (
    <div data-conflicts={conflicts}>
      <ReviewStep
        onBack={() => {}}
        onRegistered={result => props.onRegistered(result)}
        onConflict={current => {
          setConflicts(count => count + 1);
          props.onConflict?.(current);
        }}
      />
    </div>
  );
}

async function renderReview(
  options: RenderStepOptions & {
    review?: FakePlanesApi['review'];
    errors?: FakePlanesApi['errors'];
  } = {},
) {
  const api = options.api ?? new FakePlanesApi();
  api.registrationResult = RESULT;
  api.review = options.review ?? {};
  api.errors = options.errors ?? {};
  const onRegistered = jest.fn();
  const onConflict = jest.fn();
  // The dry run is answered while the step is rendered.
  const rendered = await act(() =>
    renderStep(
      <>
        <Review onRegistered={onRegistered} onConflict={onConflict} />
        <Url />
      </>,
      { values: VALUES, url: '/?step=review', ...options, api },
    ),
  );
  const written = () =>
    api.registered.filter(({ dryRun }) => dryRun === undefined);
  const dryRuns = () => api.registered.filter(({ dryRun }) => dryRun === 'all');
  return { ...rendered, api, onRegistered, onConflict, written, dryRuns };
}

async function untilAccepted(): Promise<void> {
  await screen.findByText(/^The API server would accept it/);
}

function registerButton(): HTMLElement {
  return screen.getByRole('button', { name: 'Register plane' });
}

describe('ReviewStep', () => {
  it('says what is about to be written, and asks the API server whether it would', async () => {
    const { api, dryRuns, written } = await renderReview({
      review: {
        dryRun: { outcome: 'accepted', warnings: ['unknown label'] },
      },
    });
    await untilAccepted();
    expect(
      screen.getByText(/^A data plane/, { selector: 'p' }),
    ).toHaveTextContent(
      'A data plane edge-02 for all namespaces on control plane default.',
    );
    expect(
      screen.getByText('The API server warns: unknown label'),
    ).toBeVisible();
    expect(dryRuns()).toHaveLength(1);
    expect(api.registered[0].registration).toMatchObject({
      name: 'edge-02',
      agentCA: { source: 'secret', secretKeyRef: { name: 'edge-02-ca' } },
    });
    expect(written()).toEqual([]);
    expect(registerButton()).toBeEnabled();
  });

  it('asks again when values have changed', async () => {
    const { change, dryRuns } = await renderReview();
    await untilAccepted();
    await change({ name: 'edge-03' });
    await waitFor(() => expect(dryRuns()).toHaveLength(2));
    expect(dryRuns()[1].registration.name).toBe('edge-03');
    await untilAccepted();
  });

  it('does not let the plane be written before the control plane has answered', async () => {
    const api = new FakePlanesApi();
    api.hanging = true;
    await renderReview({ api });
    expect(registerButton()).toBeDisabled();
    expect(registerButton()).toHaveAccessibleDescription(
      'The control plane is being asked whether it would accept this.',
    );
  });

  it('lists problems by severity, and leads to their fields', async () => {
    const { user } = await renderReview({
      review: {
        problems: [
          {
            code: 'plane-id-shared',
            severity: 'warning',
            field: 'planeID',
            message: 'Another plane has this planeID.',
          },
          TAKEN,
        ],
      },
    });
    const taken = await screen.findByText(/There is a ClusterDataPlane called/);
    expect(taken).toHaveTextContent('Error: There is');
    const [first, second] = screen.getAllByRole('listitem');
    expect(first).toHaveTextContent('Choose another name.');
    expect(second).toHaveTextContent(
      'Warning: Another plane has this planeID.',
    );
    expect(registerButton()).toBeDisabled();
    expect(registerButton()).toHaveAccessibleDescription(
      '1 error above must be solved first.',
    );
    await user.click(screen.getByRole('link', { name: 'Change planeID' }));
    expect(
      screen.getByText('Query: ?step=identity&field=planeID'),
    ).toBeVisible();
  });

  it('says what the API server would refuse', async () => {
    await renderReview({
      review: {
        problems: [{ ...TAKEN, code: 'field-invalid', message: 'Too long.' }],
        dryRun: {
          outcome: 'refused',
          message: 'The API server would refuse this.',
          warnings: [],
        },
      },
    });
    const notice = await screen.findByRole('status');
    expect(notice).toHaveTextContent('The API server would refuse this.');
    expect(screen.getByText(/Too long\./)).toBeVisible();
    expect(registerButton()).toBeDisabled();
  });

  it('says why the API server could not be asked, and asks again on request', async () => {
    const { api, user } = await renderReview({
      review: {
        dryRun: {
          outcome: 'unavailable',
          message: 'It did not answer in 10 s.',
          warnings: [],
        },
      },
    });
    const notice = await screen.findByRole('status');
    expect(notice).toHaveTextContent('It did not answer in 10 s.');
    // The backend asks again before it writes.
    expect(registerButton()).toBeEnabled();
    api.review = {};
    await user.click(screen.getByRole('button', { name: 'Try again' }));
    await untilAccepted();
  });

  it('names the permission that is missing', async () => {
    await renderReview({
      errors: {
        reviewRegistration: await responseError(403, 'NotAllowedError', 'No'),
      },
    });
    expect(await screen.findByRole('status')).toHaveTextContent(
      'You may not register this plane',
    );
    expect(registerButton()).toBeDisabled();
    expect(registerButton()).toHaveAccessibleDescription(
      /openchoreo\.plane\.create/,
    );
  });

  it('offers the manifest as a file, with the commands that apply it', async () => {
    const saved: Blob[] = [];
    URL.createObjectURL = blob => {
      saved.push(blob as Blob);
      return 'blob:manifest';
    };
    URL.revokeObjectURL = () => {};
    const names: string[] = [];
    const click = jest
      .spyOn(HTMLAnchorElement.prototype, 'click')
      .mockImplementation(function save(this: HTMLAnchorElement) {
        names.push(this.download);
      });
    const { user } = await renderReview({
      review: {
        manifest: 'kind: ClusterDataPlane\n',
        commands: [
          {
            purpose: 'Apply it',
            command: 'kubectl apply -f clusterdataplane-edge-02.yaml',
          },
        ],
      },
    });
    await user.click(await screen.findByRole('button', { name: 'Download' }));
    expect(names).toEqual(['clusterdataplane-edge-02.yaml']);
    expect(saved).toHaveLength(1);
    expect(
      screen.getByText('kubectl apply -f clusterdataplane-edge-02.yaml'),
    ).toBeVisible();
    click.mockRestore();
  });

  it('registers the plane, once', async () => {
    const { onRegistered, user, written } = await renderReview();
    await untilAccepted();
    await user.dblClick(registerButton());
    await waitFor(() => expect(onRegistered).toHaveBeenCalledWith(RESULT));
    expect(onRegistered).toHaveBeenCalledTimes(1);
    expect(written()).toHaveLength(1);
    expect(screen.getByRole('button', { name: 'Registering…' })).toBeDisabled();
  });

  it('registers once even where two clicks come before the button is disabled', async () => {
    const { written, onRegistered } = await renderReview();
    await untilAccepted();
    const button = registerButton();
    await act(async () => {
      button.click();
      button.click();
    });
    await waitFor(() => expect(onRegistered).toHaveBeenCalledTimes(1));
    expect(written()).toHaveLength(1);
  });

  it('shows progress', async () => {
    const { api, user } = await renderReview();
    await untilAccepted();
    api.hanging = true;
    await user.click(registerButton());
    expect(
      screen.getByRole('progressbar', { name: 'Registering…' }),
    ).toBeVisible();
  });

  it('lists why the plane was refused, and lets it be tried again', async () => {
    const { api, onRegistered, user, dryRuns } = await renderReview({
      errors: {
        registerPlane: await refusal(409, 'ConflictError', {
          problems: [TAKEN],
        }),
      },
    });
    await untilAccepted();
    await user.click(registerButton());
    const notice = await screen.findByText('The plane was not registered');
    expect(notice.closest('[tabindex="-1"]')).toHaveFocus();
    expect(screen.getByText('Choose another name.')).toBeVisible();
    expect(screen.getByRole('link', { name: 'Change name' })).toHaveAttribute(
      'href',
      '/?step=identity&field=name',
    );
    expect(onRegistered).not.toHaveBeenCalled();
    await waitFor(() => expect(dryRuns()).toHaveLength(2));

    api.errors = {};
    await untilAccepted();
    await user.click(registerButton());
    await waitFor(() => expect(onRegistered).toHaveBeenCalledTimes(1));
  });

  it('names the permission that is missing where only writing shows that', async () => {
    const { user } = await renderReview({
      errors: {
        registerPlane: await responseError(403, 'NotAllowedError', 'No'),
      },
    });
    await untilAccepted();
    await user.click(registerButton());
    expect(
      await screen.findByText('You may not register this plane'),
    ).toBeVisible();
    expect(screen.getByText('openchoreo.plane.create')).toBeVisible();
  });

  it.each<[string, () => Promise<Error>]>([
    ['no answer came', async () => new TypeError('Failed to fetch')],
    ['a proxy gave up', () => responseError(504, 'Error', 'Gateway timeout')],
    [
      'the API server did not answer the backend',
      () =>
        refusal(503, 'ServiceUnavailableError', {
          problems: [{ ...TAKEN, code: 'write-uncertain' }],
        }),
    ],
  ])(
    'says that it may have been created where %s, and looks',
    async (_, error) => {
      const { api, onRegistered, user } = await renderReview({
        errors: { registerPlane: await error() },
      });
      await untilAccepted();
      await user.click(registerButton());
      expect(
        await screen.findByText('It is not known whether edge-02 was created'),
      ).toBeVisible();

      const look = screen.getByRole('button', { name: 'Look for the plane' });
      api.planes = [testPlane('edge-02', { kind: 'DataPlane' })];
      await user.click(look);
      expect(
        await screen.findByText(/^The portal does not see edge-02/),
      ).toBeVisible();
      expect(onRegistered).not.toHaveBeenCalled();

      api.planes = [testPlane('edge-02', { kind: 'ClusterDataPlane' })];
      await user.click(look);
      await waitFor(() => expect(onRegistered).toHaveBeenCalledTimes(1));
      expect(onRegistered.mock.lastCall[0].plane).toMatchObject({
        uid: 'edge-02',
        ref: RESULT.plane.ref,
      });
    },
  );

  it('says that nothing was written where the backend knows so', async () => {
    const { user } = await renderReview({
      errors: {
        registerPlane: await responseError(
          503,
          'ServiceUnavailableError',
          'The kinds are not known.',
        ),
      },
    });
    await untilAccepted();
    await user.click(registerButton());
    expect(
      await screen.findByText('The plane was not registered'),
    ).toBeVisible();
  });
});

describe('ReviewStep of a plane that exists', () => {
  it('asks about the change, and saves it', async () => {
    const { api, dryRuns, onRegistered, user, written } = await renderReview({
      editing: EDITING,
    });
    await untilAccepted();
    expect(dryRuns()).toMatchObject([{ uid: 'uid-1', resourceVersion: '7' }]);
    await user.click(screen.getByRole('button', { name: 'Save changes' }));
    await waitFor(() => expect(onRegistered).toHaveBeenCalledWith(RESULT));
    expect(written()).toMatchObject([{ uid: 'uid-1', resourceVersion: '7' }]);
    expect(api.registered.every(({ uid }) => uid === 'uid-1')).toBe(true);
  });

  it.each(['updatePlane', 'reviewUpdate'] as const)(
    'hands over what somebody else wrote meanwhile, as %s tells',
    async method => {
      const current = {
        ref: RESULT.plane.ref,
        registration: { name: 'edge-02', displayName: 'Other' },
        resourceVersion: '8',
      };
      const { onConflict, onRegistered, user } = await renderReview({
        editing: EDITING,
        errors: { [method]: await refusal(409, 'ConflictError', { current }) },
      });
      if (method === 'updatePlane') {
        await untilAccepted();
        await user.click(screen.getByRole('button', { name: 'Save changes' }));
      }
      expect(
        await screen.findByText(
          'Somebody else has changed the plane since you began',
        ),
      ).toBeVisible();
      expect(onConflict).toHaveBeenCalledWith(current);
      expect(onConflict).toHaveBeenCalledTimes(1);
      expect(onRegistered).not.toHaveBeenCalled();
    },
  );

  it('says what to do where it is not known whether the change was saved', async () => {
    const { user } = await renderReview({
      editing: EDITING,
      errors: { updatePlane: new TypeError('Failed to fetch') },
    });
    await untilAccepted();
    await user.click(screen.getByRole('button', { name: 'Save changes' }));
    const notice = await screen.findByText(
      'It is not known whether the changes were saved',
    );
    expect(notice.parentElement).toHaveTextContent(
      'Failed to fetch. Save them again',
    );
  });
});

describe('ReviewStep where the portal writes nothing', () => {
  const kinds = kindsFixture(v12ControlPlane({ mode: 'manifest' }));

  it('has the manifest as its result, and looks for the plane when told that it was applied', async () => {
    const { api, onRegistered, user, written } = await renderReview({
      kinds,
      review: { manifest: 'kind: ClusterDataPlane' },
    });
    expect(
      await screen.findByText(/^This portal writes nothing to control plane/),
    ).toBeVisible();
    expect(
      screen.queryByRole('button', { name: 'Register plane' }),
    ).not.toBeInTheDocument();
    expect(
      await screen.findByRole('button', { name: 'Download' }),
    ).toBeVisible();

    const applied = screen.getByRole('button', {
      name: 'I have applied it: wait for the agent',
    });
    await user.click(applied);
    expect(
      await screen.findByText(/^The portal does not see edge-02/),
    ).toBeVisible();
    api.errors = { getPlanes: new Error('Bad gateway') };
    await user.click(applied);
    expect(await screen.findByText('Bad gateway')).toBeVisible();

    api.errors = {};
    api.planes = [testPlane('edge-02', { kind: 'ClusterDataPlane' })];
    await user.click(applied);
    await waitFor(() => expect(onRegistered).toHaveBeenCalledTimes(1));
    expect(onRegistered.mock.lastCall[0].plane.uid).toBe('edge-02');
    expect(api.queries[0]).toEqual({
      controlPlane: ['default'],
      text: 'edge-02',
    });
    expect(written()).toEqual([]);
  });

  it('names the errors that stand against applying it', async () => {
    await renderReview({ kinds, review: { problems: [TAKEN] } });
    expect(
      await screen.findByText('1 error above must be solved first.'),
    ).toBeVisible();
    expect(
      screen.getByRole('region', { name: 'Problems and notes' }),
    ).toHaveTextContent('Choose another name.');
    expect(
      within(
        screen.getByRole('region', { name: 'Problems and notes' }),
      ).getByRole('link', { name: 'Change name' }),
    ).toBeVisible();
  });
});
