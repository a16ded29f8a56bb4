import { jsonPatch, JsonPatchError } from './jsonPatch';
import { mergePatch } from './mergePatch';

describe('mergePatch', () => {
  it.each([
    [{ a: 'b' }, { a: 'c' }, { a: 'c' }],
    [{ a: 'b' }, { b: 'c' }, { a: 'b', b: 'c' }],
    [{ a: 'b', b: 'c' }, { a: null }, { b: 'c' }],
    [{ a: ['b'] }, { a: 'c' }, { a: 'c' }],
    [{ a: [{ b: 'c' }] }, { a: [1] }, { a: [1] }],
    [{ a: { b: 'c' } }, { a: { b: 'd', c: null } }, { a: { b: 'd' } }],
    [{}, { a: { bb: { ccc: null } } }, { a: { bb: {} } }],
    [{ e: null }, { a: 1 }, { e: null, a: 1 }],
  ])('%j with %j is %j', (target, patch, expected) => {
    expect(mergePatch(target, patch)).toEqual(expected);
  });

  it('shares what it does not touch, and changes nothing in place', () => {
    const target = { spec: { big: 'x' }, status: { a: 1 } };
    const result = mergePatch(target, { status: { a: 2 } });
    expect(result.spec).toBe(target.spec);
    expect(target.status).toEqual({ a: 1 });
  });
});

describe('jsonPatch', () => {
  const target = { list: ['a', 'b'], map: { 'x/y': 1, 'm~n': 2 }, s: 'text' };

  it.each<[string, object[], object]>([
    [
      'adds to a list',
      [{ op: 'add', path: '/list/1', value: 'n' }],
      { list: ['a', 'n', 'b'] },
    ],
    [
      'appends',
      [{ op: 'add', path: '/list/-', value: 'n' }],
      { list: ['a', 'b', 'n'] },
    ],
    [
      'adds a field',
      [{ op: 'add', path: '/map/new', value: {} }],
      { map: { ...target.map, new: {} } },
    ],
    ['removes', [{ op: 'remove', path: '/list/0' }], { list: ['b'] }],
    ['replaces', [{ op: 'replace', path: '/s', value: 1 }], { s: 1 }],
    [
      'understands escapes',
      [
        { op: 'replace', path: '/map/x~1y', value: 0 },
        { op: 'remove', path: '/map/m~0n' },
      ],
      { map: { 'x/y': 0 } },
    ],
    [
      'copies',
      [{ op: 'copy', from: '/s', path: '/map/c' }],
      { map: { ...target.map, c: 'text' } },
    ],
    [
      'moves',
      [{ op: 'move', from: '/list/1', path: '/list/0' }],
      { list: ['b', 'a'] },
    ],
    [
      'tests',
      [{ op: 'test', path: '/map', value: { 'm~n': 2, 'x/y': 1 } }],
      {},
    ],
  ])('%s', (_note, operations, changed) => {
    const before = structuredClone(target);
    expect(jsonPatch(target, operations)).toEqual({ ...target, ...changed });
    expect(target).toEqual(before);
  });

  it.each<[string, unknown]>([
    ['an index beyond the list', { op: 'add', path: '/list/3', value: 1 }],
    ['an index that is none', { op: 'replace', path: '/list/01', value: 1 }],
    ['a field that is missing', { op: 'replace', path: '/none', value: 1 }],
    ['a path through text', { op: 'add', path: '/s/x', value: 1 }],
    ['a test that fails', { op: 'test', path: '/s', value: 'other' }],
    ['an operation that is none', { op: 'frob', path: '/s' }],
    ['a path that is none', { op: 'remove', path: 's' }],
    ['no object', 'remove'],
    ['a result that is no object', { op: 'replace', path: '', value: 1 }],
    [
      'a field of the prototype',
      { op: 'replace', path: '/toString', value: 1 },
    ],
  ])('refuses %s', (_note, operation) => {
    expect(() => jsonPatch(target, [operation])).toThrow(JsonPatchError);
  });
});
