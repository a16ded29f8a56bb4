/** Stands for what varies in a quoted sentence. */
const GAP = '…';

/**
 * The sentences that a page quotes, each a block quote.
 *
 * @param {string} markdown
 * @returns {string[]}
 */
export function quotedSentences(markdown) {
  return markdown
    .split(/\n{2,}/)
    .filter(block => block.startsWith('> '))
    .map(block => block.replace(/^> ?/gm, '').replace(/\s+/g, ' ').trim());
}

/**
 * Whether one of the source files has the sentence, with whatever there may be in its gaps.
 *
 * @param {string} sentence
 * @param {readonly string[]} sources
 */
export function isSaid(sentence, sources) {
  const parts = sentence
    // The log of outages begins with this what it is told.
    .replace(/^Cannot /, GAP)
    .split(GAP)
    .map(words)
    .filter(part => part.length > 1);
  return sources.some(source => parts.every(part => source.includes(part)));
}

/**
 * The words of source code or of a sentence, without what code puts between them: line breaks, tags, braces, quotation marks.
 *
 * @param {string} text
 */
export function words(text) {
  return text
    .replace(/<\/?\w*>/g, ' ')
    .replace(/\\'/g, "'")
    .replace(/\{' '\}/g, ' ')
    .replace(/["`]/g, '')
    .replace(/\s+/g, ' ')
    .trim();
}
