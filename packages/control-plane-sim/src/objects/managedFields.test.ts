import { ApiObject } from './ApiObject';
import { updateManagedFields } from './managedFields';

const TIME = '2026-01-01T00:00:00Z';

function object(content: object, metadata: object = {}): ApiObject {
  return {
    apiVersion: 'v1',
    kind: 'Any',
    metadata: { name: 'a', uid: 'u', creationTimestamp: TIME, ...metadata },
    ...content,
  };
}

describe('updateManagedFields', () => {
  it('gives the creator every field that it wrote', () => {
    const created = object(
      { spec: { a: 1, deep: { empty: {}, list: [1] } } },
      { labels: { l: 'v' } },
    );
    expect(
      updateManagedFields(created, undefined, { name: 'kubectl' }, TIME),
    ).toEqual([
      {
        apiVersion: 'v1',
        fieldsType: 'FieldsV1',
        fieldsV1: {
          'f:metadata': { 'f:labels': { '.': {}, 'f:l': {} } },
          'f:spec': {
            '.': {},
            'f:a': {},
            'f:deep': { '.': {}, 'f:empty': {}, 'f:list': {} },
          },
        },
        manager: 'kubectl',
        operation: 'Update',
        time: TIME,
      },
    ]);
  });

  it('hands over what another manager changes, by subresource', () => {
    const spec = { a: 1, b: 1 };
    const first = object({ spec });
    const created = updateManagedFields(first, undefined, { name: 'x' }, TIME);
    const before = object({ spec }, { managedFields: created });
    const after = object({ spec: { a: 1, b: 2 }, status: { ok: true } });
    const [x, y] = updateManagedFields(
      after,
      before,
      { name: 'y', subresource: 'status' },
      '2026-01-02T00:00:00Z',
    );
    expect(x).toMatchObject({
      manager: 'x',
      time: TIME,
      fieldsV1: { 'f:spec': { '.': {}, 'f:a': {} } },
    });
    expect(y).toMatchObject({
      manager: 'y',
      subresource: 'status',
      fieldsV1: {
        'f:spec': { 'f:b': {} },
        'f:status': { '.': {}, 'f:ok': {} },
      },
    });
  });

  it('changes nothing where nothing has changed', () => {
    const managedFields = updateManagedFields(
      object({ spec: { a: 1 } }),
      undefined,
      { name: 'x' },
      TIME,
    );
    const before = object({ spec: { a: 1 } }, { managedFields });
    const after = object({ spec: { a: 1 } });
    expect(updateManagedFields(after, before, { name: 'y' }, TIME)).toBe(
      managedFields,
    );
  });
});
