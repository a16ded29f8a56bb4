import assert from 'node:assert/strict';
import { existsSync } from 'node:fs';
import { readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { test } from 'node:test';
import { anchors } from './docs/markdown.mjs';
import { repositoryRoot } from './paths.mjs';

const REPOSITORY = 'https://github.com/openchoreo-planes/backstage-plugins';

/** @param {string[]} path */
const read = (...path) => readFile(join(repositoryRoot, ...path), 'utf8');

const plugins = (await readdir(join(repositoryRoot, 'plugins'))).sort();

for (const plugin of plugins) {
  const folder = `plugins/${plugin}`;

  test(`${plugin} says what it is, and where it comes from`, async () => {
    const manifest = JSON.parse(await read(folder, 'package.json'));
    const { version } = JSON.parse(await read('package.json'));
    const { description, keywords, files, ...rest } = manifest;
    assert.ok(description && !description.endsWith('.'));
    assert.ok(keywords.includes('backstage') && files.includes('dist'));
    assert.deepEqual(
      {
        version: rest.version,
        license: rest.license,
        homepage: rest.homepage,
        bugs: rest.bugs,
        repository: rest.repository,
        private: rest.private,
      },
      {
        version,
        license: 'Apache-2.0',
        homepage: `${REPOSITORY}/tree/main/${folder}#readme`,
        bugs: { url: `${REPOSITORY}/issues` },
        repository: { type: 'git', url: REPOSITORY, directory: folder },
        private: undefined,
      },
    );
    assert.equal(await read(folder, 'LICENSE'), await read('LICENSE'));
    const changelog = await read(folder, 'CHANGELOG.md');
    assert.match(changelog, new RegExp(`^## ${version} - `, 'm'));
  });

  test(`the README of ${plugin} can be read where only the package is`, async () => {
    const { name } = JSON.parse(await read(folder, 'package.json'));
    const readme = await read(folder, 'README.md');
    assert.equal(readme.split('\n', 1)[0], `# ${name}`);
    const targets = [
      ...readme.matchAll(/\]\(([^()\s]+)\)|^\[[^\]]+\]: (\S+)$/gm),
    ].map(([, inline, defined]) => inline ?? defined);
    assert.deepEqual(
      targets.filter(target => !/^https:|^#/.test(target)),
      [],
      'links within the repository lead nowhere there',
    );
    for (const target of targets) {
      if (target.startsWith(`${REPOSITORY}/`)) {
        await requirePlace(target.slice(REPOSITORY.length));
      }
    }
  });
}

/** @param {string} place - of the repository at its host, such as `/blob/main/docs/index.md#install` */
async function requirePlace(place) {
  const [, kind, path, anchor] =
    /^\/(blob|tree)\/main\/([^#]+)(?:#(.+))?$/.exec(place) ?? [];
  assert.ok(path && existsSync(join(repositoryRoot, path)), place);
  assert.equal(kind === 'blob', /\.\w+$/.test(path), place);
  if (anchor && path.endsWith('.md')) {
    assert.ok(anchors(await read(path)).includes(anchor), place);
  }
}
