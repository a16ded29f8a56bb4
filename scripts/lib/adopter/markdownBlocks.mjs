/**
 * A fenced block of code.
 *
 * @typedef {{ language: string, text: string }} CodeBlock
 */

/**
 * The blocks of code in a page, in their order.
 *
 * @param {string} markdown
 * @returns {CodeBlock[]}
 */
export function codeBlocks(markdown) {
  return [...markdown.matchAll(/^```(\w+)\n([\s\S]*?)\n```$/gm)].map(
    ([, language, text]) => ({ language, text }),
  );
}

/**
 * What stands under a heading of the second level, up to the next.
 *
 * @param {string} markdown
 * @param {string} title
 * @returns {string} empty where there is no such heading
 */
export function section(markdown, title) {
  const [, ...rest] = `\n${markdown}`.split(`\n## ${title}\n`);
  return rest.join('').split('\n## ')[0];
}
