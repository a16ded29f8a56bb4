import assert from 'node:assert/strict';
import { test } from 'node:test';
import { findMkdocs, MKDOCS_REMEDY } from './mkdocs.mjs';
import { placeholderPage } from './publishDocs.mjs';

test('finds MkDocs where the shell would', () => {
  const there = (/** @type {string} */ file) => file === '/usr/bin/mkdocs';
  assert.equal(findMkdocs('/opt/bin:/usr/bin:/bin', there), '/usr/bin/mkdocs');
  assert.equal(findMkdocs('/opt/bin', there), undefined);
  assert.equal(findMkdocs(undefined, there), undefined);
});

test('the page in the place of the documentation says what to install', () => {
  const text = placeholderPage().replaceAll('&quot;', '"');
  assert.ok(text.includes(MKDOCS_REMEDY));
});
