import assert from 'node:assert/strict';
import { test } from 'node:test';
import { generatedPages } from './generatedPages.mjs';
import { replaceParts, section } from './generatedParts.mjs';

test('pages that are generated in part are current: if not, run "npm run docs"', async () => {
  for (const { file, current, wanted } of await generatedPages()) {
    assert.equal(current, wanted, file);
  }
});

test('a part is replaced as often as wanted, and what is around it stays', () => {
  const page = 'a\n\n<!-- generated: x -->\n<!-- end of x -->\n\nb\n';
  const once = replaceParts(page, { x: '\nfirst\n' });
  assert.equal(
    once,
    'a\n\n<!-- generated: x -->\n\nfirst\n\n<!-- end of x -->\n\nb\n',
  );
  assert.equal(
    replaceParts(once, { x: 'second' }),
    once.replace('first', 'second'),
  );
});

test('a page without the marks is refused', () => {
  assert.throws(() => replaceParts('a', { x: 'y' }), /<!-- generated: x -->/);
});

test('a section goes up to the next, without addresses of links', () => {
  const page = '# A\n\n## B\n\nb [c]\n\n[c]: https://c.example\n\n## D\n\nd\n';
  assert.equal(section(page, 'B'), 'b [c]');
  assert.equal(section(page, 'D'), 'd');
  assert.throws(() => section(page, 'E'), /no section 'E'/);
});
