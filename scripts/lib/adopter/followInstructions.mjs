import { readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { parse, stringify } from 'yaml';
import { repositoryRoot } from '../paths.mjs';
import { UserError } from '../userError.mjs';
import { insertCode } from './insertCode.mjs';
import { readInstructions } from './instructions.mjs';
import {
  addDependencies,
  legacyFrontend,
  newFrontend,
} from './layOutPortal.mjs';
import { section } from './markdownBlocks.mjs';
import { mergeConfig } from './mergeConfig.mjs';

const INSTALLATION = 'docs/installation.md';

/** Pages whose section on the old frontend system tells what to add to a frontend of that kind. */
const LEGACY_PAGES = [
  'plugins/planes/README.md',
  'plugins/workflow-runs/README.md',
];
const LEGACY_SECTION = 'On the old frontend system';

/**
 * Does in a portal what the documentation tells people to do who install the plugins, and nothing else.
 *
 * @param {string} directory - of the portal
 * @param {ReadonlyMap<string, string>} versions - of the packages that can be had, by name
 */
export async function followInstructions(directory, versions) {
  const { packages, code, config } = readInstructions(
    await readPage(INSTALLATION),
  );
  for (const { folder, names } of packages) {
    const dependencies = Object.fromEntries(
      names.map(name => [name, `^${published(versions, name)}`]),
    );
    for (const target of frontendFolders(folder)) {
      await addDependencies(join(directory, target), dependencies);
    }
  }
  await placeCode(directory, code);
  for (const page of LEGACY_PAGES) {
    const text = section(await readPage(page), LEGACY_SECTION);
    const instructions = readInstructions(text).code;
    if (instructions.length === 0) {
      throw new UserError(
        `${page} has no code under '${LEGACY_SECTION}' that says where it goes.`,
      );
    }
    await placeCode(directory, instructions.map(inLegacyFrontend));
  }
  for (const frontend of [newFrontend, legacyFrontend]) {
    const file = join(directory, frontend.config);
    const before = parse(await readFile(file, 'utf8'));
    const merged = config.map(text => parse(text)).reduce(mergeConfig, before);
    await writeFile(file, stringify(merged));
  }
}

/** @param {string} page */
function readPage(page) {
  return readFile(join(repositoryRoot, page), 'utf8');
}

/**
 * @param {ReadonlyMap<string, string>} versions
 * @param {string} name
 */
function published(versions, name) {
  const version = versions.get(name);
  if (version === undefined) {
    throw new UserError(
      `${INSTALLATION} tells people to add '${name}', which is none of the packages.`,
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
