import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import { mergeConfig } from './mergeConfig.mjs';

describe('mergeConfig', () => {
  test('adds keys where their parents are, and replaces values', () => {
    assert.deepEqual(
      mergeConfig(
        { app: { title: 'Portal', packages: 'all' }, kubernetes: null },
        { app: { title: 'Ours' }, kubernetes: { on: true } },
      ),
      { app: { title: 'Ours', packages: 'all' }, kubernetes: { on: true } },
    );
  });

  test('puts what is new in a list first', () => {
    assert.deepEqual(
      mergeConfig({ list: ['a', { 'page:b': {} }] }, { list: ['c'] }),
      { list: ['c', 'a', { 'page:b': {} }] },
    );
  });

  test('completes an item of the same name', () => {
    assert.deepEqual(
      mergeConfig(
        [{ name: 'default', kubeconfig: 'k' }, { name: 'other' }],
        [{ name: 'default', gateway: 'g' }],
      ),
      [{ name: 'default', kubeconfig: 'k', gateway: 'g' }, { name: 'other' }],
    );
  });
});
