/**
 * Puts content between the marks of a page that say what is generated:
 *
 *     <!-- generated: NAME -->
 *     <!-- end of NAME -->
 *
 * @param {string} page
 * @param {Record<string, string>} parts - content by name
 * @throws {Error} when the page has no place for a part
 */
export function replaceParts(page, parts) {
  return Object.entries(parts).reduce((text, [name, content]) => {
    const begin = `<!-- generated: ${name} -->`;
    const end = `<!-- end of ${name} -->`;
    const from = text.indexOf(begin);
    const to = text.indexOf(end);
    if (from < 0 || to < from) {
      throw new Error(`The page has no part between '${begin}' and '${end}'`);
    }
    return [
      text.slice(0, from + begin.length),
      content.trim(),
      text.slice(to),
    ].join('\n\n');
  }, page);
}

/**
 * A section of a page, without its heading and without the addresses of links below it.
 *
 * @param {string} page
 * @param {string} heading - of the second level
 * @throws {Error} when there is no such section
 */
export function section(page, heading) {
  const [, ...sections] = page.split(/^## /m);
  const found = sections.find(text => text.startsWith(`${heading}\n`));
  if (found === undefined) {
    throw new Error(`There is no section '${heading}'`);
  }
  return found
    .slice(heading.length)
    .replace(/^\[[^\]]+\]: \S+$/gm, '')
    .trim();
}
