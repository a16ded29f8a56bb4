import assert from 'node:assert/strict';
import { readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { test } from 'node:test';
import { repositoryRoot } from '../paths.mjs';
import { isSaid, quotedSentences, words } from './sentences.mjs';

async function readSources() {
  const files = [join(repositoryRoot, 'scripts/lib/docs/publishDocs.mjs')];
  for (const plugin of await readdir(join(repositoryRoot, 'plugins'))) {
    const folder = join(repositoryRoot, 'plugins', plugin, 'src');
    for (const name of await readdir(folder, { recursive: true })) {
      if (/\.tsx?$/.test(name) && !/\.test\.|__/.test(name)) {
        files.push(join(folder, name));
      }
    }
  }
  const texts = await Promise.all(files.map(file => readFile(file, 'utf8')));
  return texts.map(words);
}

test('every sentence that troubleshooting quotes is one of the software', async () => {
  const page = join(repositoryRoot, 'docs/troubleshooting.md');
  const quoted = quotedSentences(await readFile(page, 'utf8'));
  assert.ok(quoted.length > 30);
  const sources = await readSources();
  assert.deepEqual(
    quoted.filter(sentence => !isSaid(sentence, sources)),
    [],
  );
});

test('a sentence is found over lines and tags, with gaps, and in one file alone', () => {
  const sources = [
    words(
      "title={\n  <>\n    The plane <Code>{name}</Code> is{' '}\n    gone.\n  </>\n}",
    ),
    words("const reason = 'It was deleted';"),
  ];
  assert.equal(isSaid('The plane … is gone.', sources), true);
  assert.equal(isSaid('It was deleted', sources), true);
  assert.equal(isSaid('The plane … was deleted', sources), false);
  assert.equal(isSaid('The plane is lost.', sources), false);
});

test('quotes are block quotes', () => {
  assert.deepEqual(quotedSentences('# A\n\n> One\n> two.\n\nNo > quote.\n'), [
    'One two.',
  ]);
});
