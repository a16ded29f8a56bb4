import { RegistrationProblem } from '@openchoreo-planes/backstage-plugin-planes-common';
import { stepStates } from '../frame/stepStates';
import { findHindrance } from './findHindrance';
import { mergeProblems, stillProblems } from './mergeProblems';
import { fieldOfProblem } from './problemFields';
import { REGISTRATION_STEPS } from './steps';

function problem(
  field: string | undefined,
  overrides: Partial<RegistrationProblem> = {},
): RegistrationProblem {
  return {
    code: `${field} is wrong`,
    severity: 'error',
    field,
    message: 'It is wrong.',
    ...overrides,
  };
}

describe('fieldOfProblem', () => {
  it.each([
    ['name', {}, 'name'],
    [undefined, {}, undefined],
    ['agentCA', {}, 'agentCA.value'],
    ['agentCA', { 'agentCA.source': 'secret' }, 'agentCA.secretKeyRef.name'],
    ['agentCA.secretKeyRef', {}, 'agentCA.secretKeyRef.namespace'],
    ['imagePullSecretRefs.1', {}, 'imagePullSecretRefs'],
    ['imagePullSecretRefs[1]', {}, 'imagePullSecretRefs'],
    ['gateway.ingress.external', {}, 'gateway.ingress.external.name'],
    ['nameless', {}, undefined],
  ])('%s, with %j, is at %s', (path, values, field) => {
    expect(fieldOfProblem(problem(path), values)).toBe(field);
  });
});

describe('mergeProblems', () => {
  it('tells nothing twice, believes the later source, and has errors first', () => {
    const local = [
      problem('name', { code: 'a', message: 'local' }),
      problem('planeID', { code: 'b', severity: 'info' }),
    ];
    const backend = [
      problem('name', { code: 'a', message: 'backend' }),
      problem('owner', { code: 'c' }),
      problem(undefined, { code: 'd', severity: 'warning' }),
    ];
    expect(
      mergeProblems(local, backend).map(({ code, message }) => [code, message]),
    ).toEqual([
      ['a', 'backend'],
      ['c', 'It is wrong.'],
      ['d', 'It is wrong.'],
      ['b', 'It is wrong.'],
    ]);
  });
});

describe('stillProblems', () => {
  const problems = [problem('name'), problem('planeID'), problem(undefined)];
  const reviewed = { kind: 'DataPlane', name: 'a', planeID: 'b' };

  it.each([
    ['all of the same values', reviewed, [0, 1, 2]],
    ['those of values that did not change', { ...reviewed, name: 'x' }, [1]],
    ['none of another kind', { ...reviewed, kind: 'BuildPlane' }, []],
  ])('keeps %s', (_name, values, kept) => {
    expect(stillProblems(problems, reviewed, values)).toEqual(
      kept.map(index => problems[index]),
    );
  });
});

describe('findHindrance', () => {
  const steps = ['what', 'identity', 'agent'] as const;

  it('finds the first field of the first step, in the order of the form', () => {
    const problems = [
      problem('agentCA.value'),
      problem('planeID'),
      problem('name'),
      problem('owner', { severity: 'warning' }),
    ];
    expect(findHindrance(steps, problems, {})).toEqual({
      step: 'identity',
      field: 'name',
      problems: [problems[2], problems[1]],
    });
  });

  it('finds nothing in what is not an error, or not asked yet', () => {
    const problems = [
      problem('name', { severity: 'warning' }),
      problem('observerURL'),
    ];
    expect(findHindrance(steps, problems, {})).toBeUndefined();
  });
});

describe('stepStates', () => {
  it.each([
    [
      'identity',
      [],
      [
        'done open',
        'current',
        'ahead open',
        'ahead open',
        'ahead open',
        'ahead',
      ],
    ],
    [
      'identity',
      [problem('name')],
      ['done open', 'current', 'ahead', 'ahead', 'ahead', 'ahead'],
    ],
    [
      'links',
      [problem('name'), problem('agentCA.value')],
      ['done open', 'wrong open', 'wrong open', 'current', 'ahead', 'ahead'],
    ],
    [
      'what',
      [problem('agentCA.value')],
      ['current', 'ahead open', 'ahead open', 'ahead', 'ahead', 'ahead'],
    ],
  ] as const)('at %s', (step, problems, expected) => {
    expect(
      stepStates(REGISTRATION_STEPS, step, problems).map(
        ({ status, open }) => `${status}${open ? ' open' : ''}`,
      ),
    ).toEqual(expected);
  });
});
