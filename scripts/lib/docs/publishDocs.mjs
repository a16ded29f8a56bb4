import { existsSync } from 'node:fs';
import { mkdir, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { cacheDirectory } from '../paths.mjs';
import { UserError } from '../userError.mjs';
import {
  buildDocs,
  builtStamp,
  replaceSite,
  siteDirectory,
  writeMetadata,
} from './buildDocs.mjs';
import { ensureMkdocs, MKDOCS_REMEDY } from './mkdocs.mjs';

/**
 * Sees to it that the portal has documentation to show: the real one, or a page that says what is missing. The portal is of
 * use without, so no failure comes out of here but that of an interrupted start.
 *
 * @param {import('../supervisor.mjs').Supervisor} supervisor
 */
export async function publishDocs(supervisor) {
  try {
    const mkdocs = await ensureMkdocs(supervisor);
    if (mkdocs) {
      await buildDocs(supervisor, mkdocs);
      return;
    }
    console.log(
      `The portal starts without its documentation. ${MKDOCS_REMEDY}`,
    );
  } catch (error) {
    if (supervisor.isStopping || !(error instanceof UserError)) {
      throw error;
    }
    console.error(
      '%s\nThe portal starts without its documentation. %s',
      error.message,
      MKDOCS_REMEDY,
    );
  }
  if (!existsSync(siteDirectory)) {
    await publishPlaceholder();
  }
}

async function publishPlaceholder() {
  const site = join(cacheDirectory, 'docs/placeholder');
  await rm(builtStamp, { force: true });
  await rm(site, { recursive: true, force: true });
  await mkdir(join(site, 'search'), { recursive: true });
  await writeFile(join(site, 'index.html'), placeholderPage());
  await writeFile(join(site, 'search/search_index.json'), '{"docs":[]}');
  await writeMetadata(site);
  await replaceSite(site);
}

/** What the portal shows in the place of documentation that could not be built. */
export function placeholderPage() {
  return `<!doctype html>
<html lang="en">
  <head><meta charset="utf-8"><title>Documentation is not built</title></head>
  <body>
    <article>
      <h1>The documentation is not built</h1>
      <p>Its pages are in the folder <code>docs</code> of the checkout. ${MKDOCS_REMEDY.replaceAll(
        '"',
        '&quot;',
      )} Then reload this page.</p>
    </article>
  </body>
</html>
`;
}
