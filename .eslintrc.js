const MAX_LINES = 400;
const MAX_TEST_LINES = 600;

module.exports = {
  root: true,
  rules: {
    'max-lines': ['error', { max: MAX_LINES }],
  },
  overrides: [
    {
      files: ['**/*.test.*', '**/e2e-tests/**'],
      rules: { 'max-lines': ['error', { max: MAX_TEST_LINES }] },
    },
    {
      files: ['*.config.ts'],
      parser: '@typescript-eslint/parser',
      parserOptions: { sourceType: 'module' },
    },
  ],
};
