/** @typedef {{ text: string, target: string }} MarkdownLink */

/** @param {string} markdown */
function withoutCode(markdown) {
  return markdown.replace(/^```[\s\S]*?^```$/gm, '').replace(/`[^`\n]*`/g, '');
}

/**
 * The links and pictures of a page, but for those in code.
 *
 * @param {string} markdown
 * @returns {string[]} where they lead
 */
export function linkTargets(markdown) {
  return [...withoutCode(markdown).matchAll(/\]\(([^()\s]+)\)/g)].map(
    ([, target]) => target,
  );
}

/**
 * The anchors of a page's headings, as MkDocs and code hosts both make them.
 *
 * @param {string} markdown
 * @returns {string[]}
 */
export function anchors(markdown) {
  return [
    ...markdown.replace(/^```[\s\S]*?^```$/gm, '').matchAll(/^#{1,6} (.+)$/gm),
  ].map(([, heading]) =>
    heading
      .toLowerCase()
      .replace(/[^\p{L}\p{N}\s_-]/gu, '')
      .trim()
      .replace(/\s/g, '-'),
  );
}

/**
 * The lines of code blocks in a language of shells.
 *
 * @param {string} markdown
 * @returns {string[]} commands, continued lines joined
 */
export function shellCommands(markdown) {
  return [...markdown.matchAll(/^```sh\n([\s\S]*?)^```$/gm)].flatMap(
    ([, block]) =>
      block
        .replace(/\\\n\s*/g, '')
        .trimEnd()
        .split('\n'),
  );
}
