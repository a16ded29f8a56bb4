import { noCounts } from './lib/counts.mjs';
import { installDependencies } from './lib/install.mjs';
import { ensureKubernetesPrograms } from './lib/kubernetesPrograms.mjs';
import { readOptions } from './lib/options.mjs';
import { integrationTests, runJest } from './lib/runners.mjs';
import { runScript } from './lib/runScript.mjs';
import { TestRun } from './lib/testRun.mjs';

const usage = `Usage: npm run test:kubernetes

Runs the integration suites against a real kube-apiserver with etcd. The programs come from the
folder that KUBEBUILDER_ASSETS names, or are built once where Go is installed and kept in the
user's cache folder.`;

const SKIPPED = `Skipped: there is no kube-apiserver with etcd here. Install Go (https://go.dev/dl) and they are
built once, or name a folder that holds both programs in KUBEBUILDER_ASSETS.`;

await runScript(async supervisor => {
  const { values } = readOptions({ help: { type: 'boolean' } }, { usage });
  if (values.help) {
    console.log(usage);
    return 0;
  }
  const run = new TestRun(() => supervisor.isStopping);
  /** @type {string | undefined} */
  let programs;
  const prepared = await run.step('Dependencies', async () => {
    await installDependencies(supervisor);
    programs = await ensureKubernetesPrograms(supervisor);
    return { code: 0 };
  });
  if (prepared && programs === undefined) {
    console.log(`\n${SKIPPED}`);
    await run.save('kubernetes');
    return 0;
  }
  if (prepared) {
    await run.step('Integration suites on a real kube-apiserver', async () => {
      const { code, counts = noCounts } = await runJest(supervisor, {
        pattern: integrationTests,
        // They try out the database; that of `npm test` is not here.
        except: '/replicas/',
        env: {
          CONTROL_PLANE_IMPLEMENTATION: 'kube-apiserver',
          KUBEBUILDER_ASSETS: programs ?? '',
        },
      });
      // A suite that is not found any more must not pass for a suite that passed.
      return { code: counts.passed === 0 ? 1 : code, counts };
    });
  }
  await run.save('kubernetes');
  console.log(run.summary());
  return run.passed ? 0 : 1;
});
