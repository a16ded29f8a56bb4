const config = require('../../scripts/eslint/packageConfig')(__dirname);

module.exports = {
  ...config,
  rules: {
    ...config.rules,
    // The whole of the package is tests, of all plugins together.
    '@backstage/no-mixed-plugin-imports': 'off',
  },
};
