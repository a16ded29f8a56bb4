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
