import {
  RegistrationProblem,
  RegistrationReview,
} from '@openchoreo-planes/backstage-plugin-planes-common';
import { agentCA } from '../steps/AgentStep/__fixtures__/certificates';
import { v12ControlPlane } from '../__testUtils__/kinds';
import { CheckedForm } from './registrationCheck';
import { registrationChecks } from './registrationChecks';

function find(kind: string) {
  const served = v12ControlPlane().kinds.find(
    candidate => candidate.kind === kind,
  );
  if (!served) {
    throw new Error(`No ${kind} is served`);
  }
  return served;
}

function review(
  dryRun: Partial<RegistrationReview['dryRun']> = {},
): RegistrationReview {
  return {
    problems: [],
    commands: [],
    dryRun: { outcome: 'not-asked', warnings: [], ...dryRun },
  };
}

function problem(
  field: string,
  severity: RegistrationProblem['severity'] = 'error',
): RegistrationProblem {
  return { code: 'x', severity, field, message: `${field} is wrong.` };
}

const FILLED = {
  kind: 'ClusterDataPlane',
  name: 'edge',
  planeID: 'edge',
  'agentCA.source': 'inline',
  'agentCA.value': agentCA,
  secretStore: 'vault',
  'observabilityPlaneRef.name': 'default',
};

/** All that can be right is right. */
const GOOD: CheckedForm = {
  values: FILLED,
  served: find('ClusterDataPlane'),
  problems: [],
  review: review({ outcome: 'accepted' }),
  nowMs: Date.parse('2046-01-01T00:00:00Z'),
};

const EMPTY: CheckedForm = {
  ...GOOD,
  values: { kind: 'ClusterDataPlane' },
  review: undefined,
};

describe('registrationChecks', () => {
  it('says what is right', () => {
    expect(
      registrationChecks(GOOD).map(({ status, text }) => [status, text]),
    ).toEqual([
      ['passed', 'Name is free on this control plane'],
      ['passed', 'planeID is valid and not used by another data plane'],
      ['passed', 'CA is a CA certificate, valid for 10 years'],
      ['passed', 'Secret store vault is named'],
      ['passed', 'Observability plane default is named'],
      ['passed', 'Dry run on the API server: accepted'],
    ]);
  });

  it('leaves open what is not given, whatever is said of it', () => {
    const problems = ['name', 'planeID', 'agentCA'].map(field =>
      problem(field),
    );
    expect(
      registrationChecks({ ...EMPTY, problems }).map(({ status, text }) => [
        status,
        text,
      ]),
    ).toEqual([
      ['pending', 'Name: not given yet'],
      ['pending', 'planeID: not given yet'],
      ['pending', 'Agent CA: not given yet'],
      ['pending', 'Secret store: not given yet'],
      ['pending', 'Observability plane: not given yet'],
      ['pending', 'Dry run on the API server: at review'],
    ]);
  });

  it.each<[string, string, Partial<CheckedForm>, string, string]>([
    [
      'a taken name',
      'name',
      { problems: [problem('name')] },
      'failed',
      'name is wrong.',
    ],
    [
      'a name before the answer',
      'name',
      { review: undefined },
      'pending',
      'Name: being checked',
    ],
    [
      'a name without an answer',
      'name',
      { review: undefined, reviewError: new Error('no') },
      'pending',
      'Name: could not be checked',
    ],
    [
      'a shared planeID',
      'plane-id',
      { problems: [problem('planeID', 'info')] },
      'note',
      'planeID is wrong.',
    ],
    [
      'a planeID of another agent CA',
      'plane-id',
      { problems: [problem('planeID', 'warning')] },
      'warning',
      'planeID is wrong.',
    ],
    [
      'a bad CA',
      'agent-ca',
      { problems: [problem('agentCA.value')] },
      'failed',
      'agentCA.value is wrong.',
    ],
    [
      'a CA in a Secret',
      'agent-ca',
      {
        values: {
          ...FILLED,
          'agentCA.source': 'secret',
          'agentCA.secretKeyRef.name': 'edge-ca',
        },
      },
      'passed',
      'CA comes from Secret edge-ca',
    ],
    [
      'a CA for less than two years',
      'agent-ca',
      { nowMs: Date.parse('2055-12-01T00:00:00Z') },
      'passed',
      'CA is a CA certificate, valid for 31 days',
    ],
    [
      'no secret store',
      'secret-store',
      {
        values: { ...FILLED, secretStore: undefined },
        problems: [problem('secretStore', 'warning')],
      },
      'warning',
      'secretStore is wrong.',
    ],
    [
      'an observability plane that is not there',
      'observability-plane',
      { problems: [problem('observabilityPlaneRef.name', 'warning')] },
      'warning',
      'observabilityPlaneRef.name is wrong.',
    ],
    [
      'a refused dry run',
      'dry-run',
      { review: review({ outcome: 'refused', message: 'No such namespace.' }) },
      'failed',
      'No such namespace.',
    ],
    [
      'no dry run to be had',
      'dry-run',
      { review: review({ outcome: 'unavailable' }) },
      'warning',
      'Dry run on the API server: not available',
    ],
  ])('%s', (_name, id, changes, status, text) => {
    expect(registrationChecks({ ...GOOD, ...changes })).toContainEqual({
      id,
      status,
      text,
    });
  });

  it('checks what the kind has, and no name that is there already', () => {
    expect(
      registrationChecks({
        ...GOOD,
        editing: true,
        served: find('ObservabilityPlane'),
        values: { ...FILLED, observerURL: 'https://observer.test' },
      }).map(({ id }) => id),
    ).toEqual(['plane-id', 'agent-ca', 'observer-url', 'dry-run']);
  });
});
