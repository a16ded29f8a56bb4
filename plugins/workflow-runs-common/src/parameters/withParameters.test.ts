import fc from 'fast-check';
import { flattenParameters } from '../secrets/maskSecrets';
import { withParameters } from './withParameters';

const parameters = {
  repository: { url: 'https://git.example/x', revision: { branch: 'main' } },
  environment: [{ name: 'TOKEN', value: 's3cret' }],
  'example.com/team': 'shop',
};

describe('withParameters', () => {
  it('changes what is named and leaves the rest', () => {
    expect(
      withParameters(parameters, {
        'repository.revision.branch': 'fix',
        'repository.revision.commit': 'abc',
        'environment[0].value': 5,
        '["example.com/team"]': null,
        'docker.context': '.',
      }),
    ).toEqual({
      ok: true,
      parameters: {
        repository: {
          url: 'https://git.example/x',
          revision: { branch: 'fix', commit: 'abc' },
        },
        environment: [{ name: 'TOKEN', value: 5 }],
        'example.com/team': null,
        docker: { context: '.' },
      },
    });
    expect(parameters.environment[0].value).toBe('s3cret');
  });

  it.each([
    '',
    'repository.',
    'repository..url',
    '.repository',
    'environment[1].value',
    'environment.name',
    'environment[0].value.x',
    'repository.url.x',
    '[0]',
    'a b',
    'a["b',
    '["\\x"]',
  ])('refuses the path %j', path => {
    expect(withParameters(parameters, { [path]: 1 })).toMatchObject({
      ok: false,
      message: expect.stringContaining(`'${path}'`),
    });
  });

  it('does not touch prototypes', () => {
    withParameters({}, { '__proto__.polluted': true, 'constructor.x': 1 });
    expect(Object.keys(Object.prototype)).toEqual([]);
    expect(Reflect.get({}, 'polluted')).toBeUndefined();
  });

  it('takes back every value by the path that it was told under', () => {
    fc.assert(
      fc.property(
        fc.dictionary(fc.string(), fc.jsonValue({ maxDepth: 4 })),
        anything => {
          const values = flattenParameters(anything);
          const changes = values.map(({ name, value }) => [name, value]);
          expect(withParameters(anything, Object.fromEntries(changes))).toEqual(
            { ok: true, parameters: anything },
          );
        },
      ),
    );
  });
});
