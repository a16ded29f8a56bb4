import { installDependencies } from './lib/install.mjs';
import { readOptions } from './lib/options.mjs';
import { runScript } from './lib/runScript.mjs';
import { TestRun } from './lib/testRun.mjs';

const usage = `Usage: npm run test:adopter -- [options]

Packs the plugins as they would be published, installs them in a portal that is made for it as
the documentation says, and visits its pages: with the new frontend system and with the old one.

  --keep   leave the portal's folder, and say where it is
  --help   print this`;

await runScript(async supervisor => {
  const { values } = readOptions(
    { keep: { type: 'boolean', default: false }, help: { type: 'boolean' } },
    { usage },
  );
  if (values.help) {
    console.log(usage);
    return 0;
  }
  const run = new TestRun(() => supervisor.isStopping);
  const installed = await run.step('Dependencies', async () => {
    await installDependencies(supervisor);
    return { code: 0 };
  });
  if (installed) {
    // It uses what has just been installed.
    const { testAdopter } = await import('./lib/adopter/testAdopter.mjs');
    await testAdopter(supervisor, run, values.keep);
  }
  await run.save('adopter');
  console.log(run.summary());
  return run.passed ? 0 : 1;
});
