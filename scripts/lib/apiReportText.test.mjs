import assert from 'node:assert/strict';
import { test } from 'node:test';
import {
  explainFailure,
  sortLiteralUnions,
  undocumentedExports,
} from './apiReportText.mjs';

test('unions of literals have one order, whatever was compiled before', () => {
  assert.equal(
    sortLiteralUnions(
      'group?: ("overview" | "development") | (string & {});\nsize: "b" | "a";',
    ),
    'group?: ("development" | "overview") | (string & {});\nsize: "a" | "b";',
  );
});

test('finds exports without a description, and no members', () => {
  const report = [
    '// @public',
    'export interface Told {',
    '  // (undocumented)',
    '  name: string;',
    '}',
    '',
    '// @public (undocumented)',
    'export type Untold = string;',
    '',
    '// @public @deprecated (undocumented)',
    'export const other: number;',
  ].join('\n');
  assert.deepEqual(undocumentedExports(report), [
    'export type Untold = string;',
    'export const other: number;',
  ]);
});

test('says in which package the API has changed', () => {
  const processing =
    '## Processing plugins/a\n## Processing plugins/b\nAnalysis will use …\n';
  assert.equal(
    explainFailure(
      `${processing}Warning: You have changed the API signature. Please copy the file "/tmp/b/report-legacy.api.md" to "report-legacy.api.md", or …\nError: API Extractor completed with 0 errors and 1 warnings\n`,
    ),
    'The public API of plugins/b is not what plugins/b/report-legacy.api.md says.',
  );
  assert.equal(
    explainFailure(
      `${processing}Error: The API Report for plugins/b is not allowed to have warnings\n`,
    ),
    'The API Report for plugins/b is not allowed to have warnings',
  );
  assert.equal(explainFailure(''), 'The reports could not be made.');
});
