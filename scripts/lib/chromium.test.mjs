import assert from 'node:assert/strict';
import { test } from 'node:test';
import { findChromium } from './chromium.mjs';

test('prefers the configured browser, when it is there', () => {
  const exists = (/** @type {string} */ path) => path !== '/missing';
  assert.equal(findChromium('/opt/chrome', exists), '/opt/chrome');
  assert.equal(findChromium('/missing', exists), '/usr/bin/chromium');
  assert.equal(
    findChromium('', () => false),
    undefined,
  );
});
