import {
  mkdir,
  readdir,
  readFile,
  rename,
  rm,
  writeFile,
} from 'node:fs/promises';
import { dirname, join, relative } from 'node:path';
import { contentHash } from '../contentHash.mjs';
import { cacheDirectory, repositoryRoot } from '../paths.mjs';
import { withProgress } from '../progress.mjs';
import { onceForHash } from '../stamp.mjs';
import { plainConfig } from './mkdocs.mjs';

const workDirectory = join(cacheDirectory, 'docs');

/** Where the portal looks for documentation (`techdocs.publisher.local.publishDirectory`). */
const publishDirectory = join(cacheDirectory, 'techdocs');

/** The site of this project's entity, as TechDocs' local publisher lays it out. */
export const siteDirectory = join(
  publishDirectory,
  'default/component/openchoreo-planes',
);

/** There once the site is built, with the state of what it was built from. */
export const builtStamp = join(workDirectory, 'built');

const INPUTS = ['mkdocs.yml', 'docs', 'scripts/lib/docs'];

/**
 * Builds the documentation to where the portal finds it, unless it is built already. A warning of MkDocs is a failure.
 *
 * @param {import('../supervisor.mjs').Supervisor} supervisor
 * @param {string} mkdocs - path of the program
 * @returns {Promise<boolean>} whether there was anything to do
 */
export async function buildDocs(supervisor, mkdocs) {
  return onceForHash({
    stampFile: builtStamp,
    hash: await contentHash(repositoryRoot, INPUTS),
    outputs: [join(siteDirectory, 'techdocs_metadata.json')],
    work: () =>
      withProgress('Building the documentation', () =>
        build(supervisor, mkdocs),
      ),
  });
}

/**
 * @param {import('../supervisor.mjs').Supervisor} supervisor
 * @param {string} mkdocs
 */
async function build(supervisor, mkdocs) {
  const site = join(workDirectory, 'site');
  const configFile = join(workDirectory, 'mkdocs.yml');
  await mkdir(workDirectory, { recursive: true });
  const config = plainConfig({
    inherit: relative(workDirectory, join(repositoryRoot, 'mkdocs.yml')),
    docs: join(repositoryRoot, 'docs'),
  });
  // JSON is YAML.
  await writeFile(configFile, JSON.stringify(config, null, 2));
  await supervisor.runOrThrow({
    name: 'mkdocs',
    command: mkdocs,
    args: ['build', '--strict', '--clean', '-f', configFile, '-d', site],
  });
  await writeMetadata(site);
  await replaceSite(site);
}

/**
 * Writes what TechDocs wants to know about a site.
 *
 * @param {string} site
 */
export async function writeMetadata(site) {
  // Not at the top: the scripts load before anything is installed.
  const { parse } = await import('yaml');
  const { site_name, site_description } = parse(
    await readFile(join(repositoryRoot, 'mkdocs.yml'), 'utf8'),
  );
  const entries = await readdir(site, { recursive: true, withFileTypes: true });
  const files = entries
    .filter(entry => entry.isFile())
    .map(entry => relative(site, join(entry.parentPath, entry.name)))
    .sort();
  await writeFile(
    join(site, 'techdocs_metadata.json'),
    JSON.stringify({
      site_name,
      site_description,
      build_timestamp: Date.now(),
      files,
    }),
  );
}

/**
 * Puts a finished site in the place of the one before it.
 *
 * @param {string} site
 */
export async function replaceSite(site) {
  await rm(siteDirectory, { recursive: true, force: true });
  await mkdir(dirname(siteDirectory), { recursive: true });
  await rename(site, siteDirectory);
}
