import { buildDocs, siteDirectory } from './lib/docs/buildDocs.mjs';
import { updateGeneratedPages } from './lib/docs/generatedPages.mjs';
import { ensureMkdocs, MKDOCS_REMEDY } from './lib/docs/mkdocs.mjs';
import { installDependencies } from './lib/install.mjs';
import { readOptions } from './lib/options.mjs';
import { runScript } from './lib/runScript.mjs';
import { UserError } from './lib/userError.mjs';

const usage = `Usage: npm run docs

Brings the pages up to date that are made from other files in part, and builds the documentation to where the portal of
npm start shows it.`;

await runScript(async supervisor => {
  const { values } = readOptions({ help: { type: 'boolean' } }, { usage });
  if (values.help) {
    console.log(usage);
    return;
  }
  await installDependencies(supervisor);
  for (const file of await updateGeneratedPages()) {
    console.log(`Updated ${file}`);
  }
  const mkdocs = await ensureMkdocs(supervisor);
  if (!mkdocs) {
    throw new UserError(`MkDocs is not installed. ${MKDOCS_REMEDY}`);
  }
  await buildDocs(supervisor, mkdocs);
  console.log(`The documentation is in ${siteDirectory}`);
});
