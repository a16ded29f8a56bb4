import assert from 'node:assert/strict';
import { existsSync } from 'node:fs';
import { readdir, readFile } from 'node:fs/promises';
import { dirname, join, relative } from 'node:path';
import { test } from 'node:test';
import { parse, parseAllDocuments } from 'yaml';
import { repositoryRoot } from '../paths.mjs';
import { loadConfigSchemas } from './generatedPages.mjs';
import { anchors, linkTargets, shellCommands } from './markdown.mjs';

const docs = join(repositoryRoot, 'docs');

/** @param {string} file */
const read = file => readFile(file, 'utf8');

/** @param {string} file */
const named = file => relative(repositoryRoot, file);

async function listDocs() {
  const names = await readdir(docs, { recursive: true });
  return names.filter(name => name.endsWith('.md')).sort();
}

/** The pages, and the READMEs of the repository and its packages. */
async function listPages() {
  const pages = (await listDocs()).map(name => join(docs, name));
  const folders = [repositoryRoot];
  for (const parent of ['packages', 'plugins']) {
    for (const name of await readdir(join(repositoryRoot, parent))) {
      folders.push(join(repositoryRoot, parent, name));
    }
  }
  return [
    ...pages,
    ...folders.map(folder => join(folder, 'README.md')).filter(existsSync),
  ];
}

test('every link within the repository leads to a file and a heading', async () => {
  const broken = [];
  for (const page of await listPages()) {
    for (const target of linkTargets(await read(page))) {
      if (/^(https?|mailto):/.test(target)) {
        continue;
      }
      const [path, anchor] = target.split('#');
      const file = path ? join(dirname(page), path) : page;
      const found =
        existsSync(file) &&
        (!anchor ||
          !file.endsWith('.md') ||
          anchors(await read(file)).includes(anchor));
      if (!found) {
        broken.push(`${named(page)}: ${target}`);
      }
    }
  }
  assert.deepEqual(broken, []);
});

test('pages link to nothing outside of docs, where they would lead nowhere in a portal', async () => {
  const outside = [];
  for (const name of await listDocs()) {
    for (const target of linkTargets(await read(join(docs, name)))) {
      const file = join(docs, dirname(name), target);
      if (
        !/^https?:|^#/.test(target) &&
        relative(docs, file).startsWith('..')
      ) {
        outside.push(`${name}: ${target}`);
      }
    }
  }
  assert.deepEqual(outside, []);
});

test('the navigation has every page, once', async () => {
  /**
   * @param {unknown} node
   * @returns {string[]}
   */
  const pages = node => {
    if (typeof node === 'string') {
      return [node];
    }
    return Object.values(Object(node)).flatMap(pages);
  };
  const { nav } = parse(await read(join(repositoryRoot, 'mkdocs.yml')));
  assert.deepEqual(pages(nav).sort(), await listDocs());
});

test('every picture is shown somewhere', async () => {
  const shown = new Set();
  for (const page of await listPages()) {
    for (const target of linkTargets(await read(page))) {
      shown.add(join(dirname(page), target));
    }
  }
  const pictures = (await readdir(join(docs, 'images'))).map(name =>
    join(docs, 'images', name),
  );
  assert.deepEqual(
    pictures.filter(picture => !shown.has(picture)).map(named),
    [],
  );
});

test('every command of npm is one of the repository, with options that it has', async () => {
  const { scripts } = JSON.parse(
    await read(join(repositoryRoot, 'package.json')),
  );
  const benchmarks = (await readdir(join(repositoryRoot, 'benchmarks')))
    .filter(name => name.endsWith('.bench.ts'))
    .map(name => name.slice(0, -'.bench.ts'.length));
  const wrong = [];
  for (const page of await listPages()) {
    const text = await read(page);
    for (const [command, run, name, rest] of text.matchAll(
      /npm (run )?([a-z][a-z:-]*)((?: --?[a-z-]*| [A-Za-z./~][^\s`|]*)*)/g,
    )) {
      const script = scripts[name];
      // What follows `yarn` is Yarn's own.
      if (name === 'yarn' || (!run && !['start', 'test'].includes(name))) {
        continue;
      }
      const source = script?.startsWith('node ')
        ? await read(join(repositoryRoot, script.slice('node '.length)))
        : '';
      const options = [...rest.matchAll(/--([a-z][a-z-]*)/g)].map(
        ([, option]) => option,
      );
      const known =
        script !== undefined &&
        options.every(option => new RegExp(`'?\\b${option}'?:`).test(source)) &&
        (name !== 'bench' ||
          !/ -- [a-z]/.test(rest) ||
          benchmarks.includes(rest.replace(/^.* -- /, '').trim()));
      if (!known) {
        wrong.push(`${named(page)}: ${command.trim()}`);
      }
    }
  }
  assert.deepEqual(wrong, []);
});

test('manifests that commands apply are there', async () => {
  const missing = [];
  for (const page of await listPages()) {
    for (const command of shellCommands(await read(page))) {
      const file = /kubectl apply -f (docs\/\S+)/.exec(command)?.[1];
      if (file && !existsSync(join(repositoryRoot, file))) {
        missing.push(`${named(page)}: ${command}`);
      }
    }
  }
  assert.deepEqual(missing, []);
});

test('configuration that pages show is valid', async () => {
  const { check } = await loadConfigSchemas();
  let checked = 0;
  for (const page of await listPages()) {
    for (const [, block] of (await read(page)).matchAll(
      /^```yaml\n([\s\S]*?)^```$/gm,
    )) {
      for (const document of parseAllDocuments(block)) {
        const value =
          document.errors.length === 0 ? document.toJS() : undefined;
        if (value?.openchoreo) {
          check(value);
          checked += 1;
        }
      }
    }
  }
  assert.ok(checked > 3);
});
