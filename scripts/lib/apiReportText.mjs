const LITERAL_UNION = /"[^"\n]*"(?: \| "[^"\n]*")+/g;

/**
 * Sorts the unions of string literals in type declarations. TypeScript prints the members of an inferred union in the order in
 * which it first met them anywhere, so that a report would change with code that has nothing to do with it.
 *
 * @param {string} declarations
 */
export function sortLiteralUnions(declarations) {
  return declarations.replace(LITERAL_UNION, union =>
    union.split(' | ').sort().join(' | '),
  );
}

/**
 * The exports in an API report that nothing is said about. Members may go without: their names mostly say it.
 *
 * @param {string} report
 * @returns {string[]} their declarations
 */
export function undocumentedExports(report) {
  return [...report.matchAll(/^\/\/ @\w+.*\(undocumented\)\n(.+)$/gm)].map(
    ([, declaration]) => declaration,
  );
}

/**
 * What a failed run of the tool is about: it prints much more, the whole report among it.
 *
 * @param {string} log
 */
export function explainFailure(log) {
  const folder = [...log.matchAll(/^## Processing (.+)$/gm)].at(-1)?.[1];
  const report = /"(report[\w-]*\.api\.md)"/.exec(log)?.[1];
  if (folder && report) {
    return `The public API of ${folder} is not what ${folder}/${report} says.`;
  }
  const error = [...log.matchAll(/^Error: (.+)$/gm)].at(-1)?.[1];
  return error ?? 'The reports could not be made.';
}
