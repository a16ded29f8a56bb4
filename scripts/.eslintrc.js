const { createConfigForRole } = require('@backstage/cli/config/eslint-factory');

module.exports = createConfigForRole(__dirname, 'node-library', {
  rules: {
    // These are tests of node:test.
    'jest/expect-expect': 'off',
  },
});
