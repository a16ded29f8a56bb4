import { existsSync } from 'node:fs';
import { delimiter, join } from 'node:path';
import { canInstallPackages, installPackages } from '../apt.mjs';
import { withProgress } from '../progress.mjs';

/** What a person does where the scripts cannot install MkDocs themselves. */
export const MKDOCS_REMEDY =
  'Install MkDocs with its Material theme ("pip install mkdocs-techdocs-core", or "apt install mkdocs mkdocs-material") and run "npm run docs".';

/**
 * Finds MkDocs, or installs that of Debian where this is possible.
 *
 * @param {import('../supervisor.mjs').Supervisor} supervisor
 * @returns {Promise<string | undefined>} its path, or nothing where a person has to install it
 */
export async function ensureMkdocs(supervisor) {
  const found = findMkdocs(process.env.PATH);
  if (found || !canInstallPackages()) {
    return found;
  }
  await withProgress('Installing MkDocs from Debian', () =>
    installPackages(supervisor, ['mkdocs', 'mkdocs-material']),
  );
  return findMkdocs(process.env.PATH);
}

/**
 * @param {string | undefined} path - folders, as in the variable PATH
 * @param {(file: string) => boolean} [exists]
 */
export function findMkdocs(path = '', exists = existsSync) {
  return path
    .split(delimiter)
    .filter(Boolean)
    .map(folder => join(folder, 'mkdocs'))
    .find(exists);
}

/**
 * The configuration with which MkDocs alone builds what TechDocs builds with its own plugin: that of the repository, the
 * plugin replaced by the Markdown extensions that it brings.
 *
 * @param {object} options
 * @param {string} options.inherit - path of the configuration of the repository
 * @param {string} options.docs - folder of the pages
 */
export function plainConfig({ inherit, docs }) {
  return {
    INHERIT: inherit,
    docs_dir: docs,
    plugins: ['search'],
    markdown_extensions: [
      'admonition',
      // Without the links that TechDocs' plugin adds to headings: search would show their signs.
      'toc',
      'pymdownx.betterem',
      'pymdownx.caret',
      'pymdownx.critic',
      'pymdownx.details',
      'pymdownx.extra',
      { 'pymdownx.highlight': { linenums: false } },
      'pymdownx.inlinehilite',
      'pymdownx.magiclink',
      'pymdownx.mark',
      'pymdownx.smartsymbols',
      'pymdownx.superfences',
      'pymdownx.tabbed',
      'pymdownx.tasklist',
      'pymdownx.tilde',
    ],
  };
}
