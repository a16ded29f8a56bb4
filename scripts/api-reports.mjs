import { apiReports } from './lib/apiReports.mjs';
import { installDependencies } from './lib/install.mjs';
import { readOptions } from './lib/options.mjs';
import { runScript } from './lib/runScript.mjs';

const usage = `Usage: npm run api-reports

Writes what each plugin exports to report*.api.md in its folder, and its tables to report.sql.md.

  --help        print this`;

await runScript(async supervisor => {
  const { values } = readOptions({ help: { type: 'boolean' } }, { usage });
  if (values.help) {
    console.log(usage);
    return;
  }
  await installDependencies(supervisor);
  await apiReports(supervisor, { check: false });
});
