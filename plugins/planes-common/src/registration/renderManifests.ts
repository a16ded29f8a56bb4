import { stringify } from 'yaml';

/** Resources in YAML, one document each; text of several lines as blocks. @public */
export function renderManifests(resources: readonly object[]): string {
  return resources
    .map(resource =>
      stringify(resource, {
        lineWidth: 0,
        blockQuote: 'literal',
        aliasDuplicateObjects: false,
        // kubectl reads YAML 1.1, in which yes, no and 12:30 are no text without quotation marks.
        compat: 'yaml-1.1',
      }),
    )
    .join('---\n');
}
