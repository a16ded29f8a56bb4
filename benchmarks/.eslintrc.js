const { createConfigForRole } = require('@backstage/cli/config/eslint-factory');

module.exports = createConfigForRole(__dirname, 'node-library', {
  rules: {
    // Benchmarks measure parts that packages do not export.
    '@backstage/no-relative-monorepo-imports': 'off',
  },
});
