import { readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { parse, stringify } from 'yaml';
import { section } from '../docs/generatedParts.mjs';
import { repositoryRoot } from '../paths.mjs';
import { UserError } from '../userError.mjs';
import { insertCode } from './insertCode.mjs';
import { readInstructions } from './instructions.mjs';
import {
  addDependencies,
  legacyFrontend,
  newFrontend,
} from './layOutPortal.mjs';
import { mergeConfig } from './mergeConfig.mjs';

/**
 * What tells people what to do: a page, or the section with a title in it.
 *
 * @typedef {{ page: string, title?: string }} Source
 */

/** @type {Source[]} */
const INSTALLATION = [
  { page: 'docs/installation.md' },
  {
    page: 'plugins/kubernetes-backend-module-planes/README.md',
    title: 'Installation',
  },
  {
    page: 'plugins/scaffolder-backend-module-planes/README.md',
    title: 'Installation',
  },
];

const LEGACY_FRONTEND = [
  'planes',
  'workflow-runs',
  'kubernetes-backend-module-planes',
].map(plugin => ({
  page: `plugins/${plugin}/README.md`,
  title: 'On the old frontend system',
}));

/**
 * Does in a portal what the documentation tells people to do who install the plugins, and nothing else.
 *
 * @param {string} directory - of the portal
 * @param {ReadonlyMap<string, string>} versions - of the packages that can be had, by name
 */
export async function followInstructions(directory, versions) {
  for (const source of INSTALLATION) {
    const { packages, code, config } = await read(source);
    for (const { folder, names } of packages) {
      const dependencies = Object.fromEntries(
        names.map(name => [name, `^${published(versions, name, source)}`]),
      );
      for (const target of frontendFolders(folder)) {
        await addDependencies(join(directory, target), dependencies);
      }
    }
    await placeCode(directory, code);
    for (const frontend of [newFrontend, legacyFrontend]) {
      await addConfig(join(directory, frontend.config), config);
    }
  }
  for (const source of LEGACY_FRONTEND) {
    const { code } = await read(source);
    await placeCode(directory, code.map(inLegacyFrontend));
  }
}

/** @param {Source} source */
async function read({ page, title }) {
  const markdown = await readFile(join(repositoryRoot, page), 'utf8');
  const instructions = readInstructions(
    title === undefined ? markdown : section(markdown, title),
  );
  if (instructions.code.length === 0) {
    const place = title === undefined ? page : `'${title}' in ${page}`;
    throw new UserError(`${place} has no code that says where it goes.`);
  }
  return instructions;
}

/**
 * @param {string} file
 * @param {readonly string[]} parts - YAML
 */
async function addConfig(file, parts) {
  const before = parse(await readFile(file, 'utf8'));
  const merged = parts.map(text => parse(text)).reduce(mergeConfig, before);
  await writeFile(file, stringify(merged));
}

/**
 * @param {ReadonlyMap<string, string>} versions
 * @param {string} name
 * @param {Source} source
 */
function published(versions, name, { page }) {
  const version = versions.get(name);
  if (version === undefined) {
    throw new UserError(
      `${page} tells people to add '${name}', which is none of the packages.`,
    );
  }
  return version;
}

/** @param {string} folder */
function frontendFolders(folder) {
  return folder === `packages/${newFrontend.package}`
    ? [folder, `packages/${legacyFrontend.package}`]
    : [folder];
}

/** @param {import('./instructions.mjs').CodeInstruction} instruction */
function inLegacyFrontend(instruction) {
  const { file } = instruction;
  return {
    ...instruction,
    file: file.replace(
      /^packages\/app\//,
      `packages/${legacyFrontend.package}/`,
    ),
  };
}

/**
 * @param {string} directory
 * @param {import('./instructions.mjs').CodeInstruction[]} instructions
 */
async function placeCode(directory, instructions) {
  for (const instruction of instructions) {
    const file = join(directory, instruction.file);
    const source = await readFile(file, 'utf8');
    await writeFile(file, insertCode(source, instruction));
  }
}
