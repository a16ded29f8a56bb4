// @ts-expect-error The package has no types for this entry point.
const createConfig = require('@backstage/cli/config/eslint-factory');
const { forbiddenImports } = require('./importRules');

const TEST_FILES = [
  '**/*.test.*',
  '**/__testUtils__/**',
  '**/__mocks__/**',
  'src/setupTests.*',
];

/**
 * The lint configuration of a package: Backstage's for its role, and the rules of this repository.
 *
 * @param {string} directory - of the package
 */
module.exports = function packageConfig(directory) {
  return createConfig(directory, {
    rules: {
      '@backstage/no-mixed-plugin-imports': 'error',
      // To wait for a condition is to assert it, and so is what a test calls expect*.
      'jest/expect-expect': [
        'error',
        { assertFunctionNames: ['expect*', 'until*', 'request.**.expect'] },
      ],
    },
    overrides: [
      {
        files: ['src/**'],
        excludedFiles: TEST_FILES,
        rules: {
          'no-restricted-imports': [
            'error',
            {
              patterns: [
                {
                  group: ['*.test*', '**/__testUtils__/**', '**/__mocks__/**'],
                  message: 'Sources must not import tests.',
                },
                ...forbiddenImports(directory),
              ],
            },
          ],
        },
      },
    ],
  });
};
