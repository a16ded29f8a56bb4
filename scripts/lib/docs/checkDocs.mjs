import { buildDocs } from './buildDocs.mjs';
import { ensureMkdocs, MKDOCS_REMEDY } from './mkdocs.mjs';

/**
 * Builds the documentation, where there is a MkDocs or one can be installed; a warning is a failure.
 *
 * @param {import('../supervisor.mjs').Supervisor} supervisor
 * @returns {Promise<import('../testRun.mjs').StepOutcome>}
 */
export async function checkDocs(supervisor) {
  const mkdocs = await ensureMkdocs(supervisor);
  if (mkdocs) {
    await buildDocs(supervisor, mkdocs);
  } else {
    console.log(`Not built. ${MKDOCS_REMEDY}`);
  }
  return { code: 0 };
}
