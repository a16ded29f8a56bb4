// Renders a template of `@backstage/create-app` with its own code, as its command does on the versions of Node that it wants.
// Arguments: the template's name, and the folder to make.
const { dirname, join } = require('node:path');

const createApp = dirname(
  require.resolve('@backstage/create-app/package.json'),
);
/** @type {{ templatingTask(template: string, folder: string, context: object): Promise<void> }} */
const { templatingTask } = require(join(createApp, 'dist/lib/tasks.cjs.js'));

const [template, folder] = process.argv.slice(2);
void templatingTask(join(createApp, 'templates', template), folder, {
  name: 'portal',
  defaultBranch: 'main',
});
