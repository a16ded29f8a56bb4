import assert from 'node:assert/strict';
import { test } from 'node:test';
import { isSupportedNode } from './nodeVersion.mjs';

test('knows the supported versions of Node', () => {
  assert.deepEqual(
    [
      '18.20.4',
      '20.19.0',
      '20.20.0',
      '21.7.0',
      '22.1.0',
      '24.0.1',
      '25.0.0',
    ].filter(isSupportedNode),
    ['20.20.0', '22.1.0', '24.0.1'],
  );
});
