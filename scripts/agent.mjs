import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { askControlPlane } from './lib/askControlPlane.mjs';
import { defaultDirectory } from './lib/controlPlane.mjs';
import { readOptions } from './lib/options.mjs';
import { runScript } from './lib/runScript.mjs';
import { UserError } from './lib/userError.mjs';

const PLANE_TYPES = [
  'dataplane',
  'workflowplane',
  'buildplane',
  'observabilityplane',
];

const usage = `Usage: npm run agent -- PLANE_TYPE PLANE_ID [options]

Installs an agent in a simulated cluster, as Helm would in a real one, and prints the CA that signed its certificate. It belongs
to the control plane of a running npm start.

  PLANE_TYPE      ${PLANE_TYPES.join(', ')}
  PLANE_ID        the planeID with which the agent dials
  --self-signed   the certificate signs itself, as OpenChoreo's charts have it unless told otherwise
  --help          print this`;

await runScript(async () => {
  const { values, positionals } = readOptions(
    {
      'self-signed': { type: 'boolean', default: false },
      help: { type: 'boolean' },
    },
    { usage, allowPositionals: true },
  );
  if (values.help) {
    console.log(usage);
    return;
  }
  const [planeType, planeID, ...rest] = positionals;
  if (!PLANE_TYPES.includes(planeType) || !planeID || rest.length > 0) {
    throw new UserError(usage);
  }
  await requireControlPlane();
  const { ca } = await askControlPlane(defaultDirectory, '/sim/gateway', {
    planeType,
    planeID,
    install: values['self-signed'] ? 'self-signed' : 'ca',
  });
  console.log(ca);
});

async function requireControlPlane() {
  try {
    await readFile(join(defaultDirectory, 'admin.token'));
  } catch {
    throw new UserError(
      'There is no embedded control plane: run npm start before.',
    );
  }
}
