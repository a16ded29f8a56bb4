import { applyDefaults } from './applyDefaults';
import { prune } from './prune';
import { parseSchema } from './Schema';
import { validateObject } from './validateObject';

function complaints(schema: object, value: unknown, old?: unknown): string[] {
  const wrap = (x: unknown) => ({ value: x });
  const errors = validateObject(
    wrap(value),
    parseSchema({ type: 'object', properties: wrap(schema) }),
    old === undefined ? undefined : wrap(old),
  );
  return errors.map(({ field, message }) => `${field}: ${message}`);
}

describe('validateObject', () => {
  it.each<[string, object, unknown]>([
    ['a string', { type: 'string' }, 'x'],
    ['an integer as a number', { type: 'number' }, 3],
    ['null where it is allowed', { type: 'string', nullable: true }, null],
    ['a number or text', { 'x-kubernetes-int-or-string': true }, 3],
    ['text or a number', { 'x-kubernetes-int-or-string': true }, '50%'],
    ['characters, not code units', { type: 'string', maxLength: 1 }, '😀'],
    ['a time', { type: 'string', format: 'date-time' }, '2026-01-01T00:00:00Z'],
    [
      'a time with an offset',
      { type: 'string', format: 'date-time' },
      '2026-01-01T00:00:00.5+02:00',
    ],
    ['a format that is not checked', { type: 'string', format: 'novel' }, '?'],
    ['anything of no type', {}, [1, { a: null }]],
    [
      'values of a map',
      { type: 'object', additionalProperties: { type: 'integer' } },
      { a: 1 },
    ],
    [
      'one of several',
      { anyOf: [{ required: ['a'] }, { required: ['b'] }] },
      { b: 1 },
    ],
  ])('accepts %s', (_note, schema, value) => {
    expect(complaints(schema, value)).toEqual([]);
  });

  it.each<[string, object, unknown, string]>([
    [
      'null',
      { type: 'string' },
      null,
      'value: Invalid value: "null": value in body must be of type string: "null"',
    ],
    [
      'a list for text',
      { type: 'string' },
      [],
      'value: Invalid value: "array": value in body must be of type string: "array"',
    ],
    [
      'a fraction',
      { type: 'integer' },
      1.5,
      'value: Invalid value: "number": value in body must be of type integer: "number"',
    ],
    [
      'short text',
      { type: 'string', minLength: 1 },
      '',
      'value: Invalid value: "": value in body should be at least 1 chars long',
    ],
    [
      'long text',
      { type: 'string', maxLength: 2 },
      'abc',
      'value: Too long: may not be more than 2 bytes',
    ],
    [
      'another pattern',
      { type: 'string', pattern: '^a/b$' },
      'c',
      `value: Invalid value: "c": value in body should match '^a/b$'`,
    ],
    [
      'a day that is no time',
      { type: 'string', format: 'date-time' },
      'now',
      'value: Invalid value: "now": value in body must be of type date-time: "now"',
    ],
    [
      'a small number',
      { minimum: 1 },
      0,
      'value: Invalid value: 0: value in body should be greater than or equal to 1',
    ],
    [
      'the excluded limit',
      { maximum: 2, exclusiveMaximum: true },
      2,
      'value: Invalid value: 2: value in body should be less than 2',
    ],
    [
      'no multiple',
      { multipleOf: 5 },
      7,
      'value: Invalid value: 7: value in body should be a multiple of 5',
    ],
    [
      'too many elements',
      { type: 'array', maxItems: 1 },
      [1, 2],
      'value: Too many: 2: must have at most 1 items',
    ],
    [
      'a bad element',
      { type: 'array', items: { type: 'string' } },
      ['a', 1],
      'value[1]: Invalid value: "integer": value[1] in body must be of type string: "integer"',
    ],
    [
      'a bad value of a map',
      { additionalProperties: { type: 'string' } },
      { k: 1 },
      'value.k: Invalid value: "integer": value.k in body must be of type string: "integer"',
    ],
    [
      'another option',
      { enum: ['a', 1] },
      'b',
      'value: Unsupported value: "b": supported values: "a", "1"',
    ],
    [
      'none of several',
      { anyOf: [{ required: ['a'] }] },
      {},
      'value: Invalid value: "": "value" must validate at least one schema (anyOf)',
    ],
    [
      'what must not be',
      { not: { required: ['a'] } },
      { a: 1 },
      'value: Invalid value: "": "value" must not validate the schema (not)',
    ],
  ])('refuses %s', (_note, schema, value, complaint) => {
    expect(complaints(schema, value)).toEqual([complaint]);
  });

  it('leaves alone what was invalid before and has not changed', () => {
    const schema = {
      type: 'object',
      properties: { a: { type: 'string' }, b: { type: 'string' } },
    };
    expect(complaints(schema, { a: 1, b: 'new' }, { a: 1, b: 'old' })).toEqual(
      [],
    );
    expect(complaints(schema, { a: 2 }, { a: 1 })).toHaveLength(1);
  });

  it('evaluates rules unless the structure is wrong', () => {
    const schema = {
      type: 'object',
      properties: { kind: { type: 'string', enum: ['A', 'B'] } },
      'x-kubernetes-validations': [
        { rule: "!has(self.kind) || self.kind == 'A'", message: 'only A' },
      ],
    };
    expect(complaints(schema, {})).toEqual([]);
    expect(complaints(schema, { kind: 'B' })).toEqual([
      'value: Invalid value: "object": only A',
    ]);
    expect(complaints(schema, { kind: 'C' })).toEqual([
      'value.kind: Unsupported value: "C": supported values: "A", "B"',
      expect.stringMatching(/^<nil>: .*some validation rules were not checked/),
    ]);
  });

  it('evaluates rules about the former value on updates only', () => {
    const schema = {
      type: 'string',
      'x-kubernetes-validations': [{ rule: 'self == oldSelf' }],
    };
    expect(complaints(schema, 'a')).toEqual([]);
    expect(complaints(schema, 'a', 'a')).toEqual([]);
    expect(complaints(schema, 'b', 'a')).toEqual([
      'value: Invalid value: "string": failed rule: self == oldSelf',
    ]);
  });
});

describe('prune', () => {
  it('drops what no schema knows, and says what that was', () => {
    const schema = parseSchema({
      type: 'object',
      properties: {
        spec: {
          type: 'object',
          properties: {
            list: {
              type: 'array',
              items: { type: 'object', properties: { a: {} } },
            },
            map: {
              type: 'object',
              additionalProperties: { properties: { a: {} } },
            },
            free: { 'x-kubernetes-preserve-unknown-fields': true },
          },
        },
      },
    });
    const { value, unknownFields } = prune(
      {
        kind: 'Any',
        metadata: { any: 1 },
        extra: 1,
        spec: {
          list: [{ a: 1 }, { b: 2 }],
          map: { k: { a: 1, c: 3 } },
          free: { whatever: { x: 1 } },
        },
      },
      schema,
    );
    expect(value).toEqual({
      kind: 'Any',
      metadata: { any: 1 },
      spec: {
        list: [{ a: 1 }, {}],
        map: { k: { a: 1 } },
        free: { whatever: { x: 1 } },
      },
    });
    expect(unknownFields).toEqual(['extra', 'spec.list[1].b', 'spec.map.k.c']);
  });
});

describe('applyDefaults', () => {
  it('fills in what is missing or null, within what is there', () => {
    const schema = parseSchema({
      properties: {
        port: { type: 'integer', default: 80 },
        maybe: { type: 'string', nullable: true, default: 'x' },
        gone: { type: 'string' },
        deep: { properties: { a: { default: { b: 1 } } } },
        list: { items: { properties: { c: { default: true } } } },
        absent: { properties: { never: { default: 1 } } },
      },
    });
    const value = { port: null, maybe: null, gone: null, deep: {}, list: [{}] };
    expect(applyDefaults(value, schema)).toEqual({
      port: 80,
      maybe: null,
      deep: { a: { b: 1 } },
      list: [{ c: true }],
    });
  });
});
