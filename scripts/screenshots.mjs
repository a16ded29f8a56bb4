import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { buildPortal } from './lib/buildPortal.mjs';
import { ensureChromium } from './lib/chromium.mjs';
import { startControlPlane } from './lib/controlPlane.mjs';
import { installDependencies } from './lib/install.mjs';
import { readOptions } from './lib/options.mjs';
import { repositoryRoot } from './lib/paths.mjs';
import { startPortal } from './lib/portal.mjs';
import { freePort } from './lib/ports.mjs';
import { withProgress } from './lib/progress.mjs';
import { runScript } from './lib/runScript.mjs';
import { shots } from './lib/screenshots/shots.mjs';
import { takeScreenshots } from './lib/screenshots/takeScreenshots.mjs';
import { UserError } from './lib/userError.mjs';

const usage = `Usage: npm run screenshots [-- NAME ...]

Takes the pictures in docs/images, or those named: ${shots
  .map(({ name }) => name)
  .join(', ')}`;

await runScript(async supervisor => {
  const { values, positionals } = readOptions(
    { help: { type: 'boolean' } },
    { usage, allowPositionals: true },
  );
  if (values.help) {
    console.log(usage);
    return;
  }
  /** @type {string[]} */
  const names = positionals;
  const unknown = names.find(name => !shots.some(shot => shot.name === name));
  if (unknown !== undefined) {
    throw new UserError(`There is no picture '${unknown}'.\n\n${usage}`);
  }
  await installDependencies(supervisor);
  await buildPortal(supervisor);
  const chromium = await ensureChromium(supervisor);
  const directory = await mkdtemp(join(tmpdir(), 'planes-screenshots-'));
  try {
    const controlPlane = await withProgress(
      'Starting the embedded control plane',
      () =>
        startControlPlane(supervisor, {
          name: 'screenshots-control-plane',
          directory,
        }),
    );
    const portal = await withProgress('Starting the portal', async () =>
      startPortal(supervisor, {
        name: 'screenshots-portal',
        configFile: join(directory, 'app-config.yaml'),
        port: await freePort(),
        controlPlanes: [
          {
            kubeconfig: controlPlane.kubeconfig,
            gateway: controlPlane.gateway,
            agentUrl: 'wss://gateway.acme.example/ws',
          },
        ],
      }),
    );
    await takeScreenshots({
      shots: shots.filter(
        ({ name }) => names.length === 0 || names.includes(name),
      ),
      url: portal.url,
      controlPlane: directory,
      directory: join(repositoryRoot, 'docs/images'),
      chromium,
      onTaken: file => console.log(file),
    });
    await portal.program.stop();
    await controlPlane.program.stop();
  } finally {
    await rm(directory, { recursive: true, force: true });
  }
});
