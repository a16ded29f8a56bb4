/** One replica of a portal's backend, for a process of its own: what it reads is named by `--config`. */
import { createBackend } from '@backstage/backend-defaults';

const backend = createBackend();
backend.add(import('@backstage/plugin-catalog-backend'));
backend.add(
  import('@openchoreo-planes/backstage-plugin-catalog-backend-module-planes'),
);
backend.add(import('@openchoreo-planes/backstage-plugin-planes-backend'));
backend.add(
  import('@openchoreo-planes/backstage-plugin-workflow-runs-backend'),
);
backend.add(import('@backstage/plugin-notifications-backend'));
backend.add(import('@backstage/plugin-signals-backend'));

process.on('message', message => {
  if (message === 'usage') {
    const { user, system } = process.cpuUsage();
    process.send?.({
      cpuSeconds: (user + system) / 1e6,
      residentBytes: process.memoryUsage.rss(),
    });
  }
});

// It ends with the process that started it, however that one dies.
process.on('disconnect', () => process.exit(1));

backend.start().then(
  () => process.send?.('ready'),
  error => {
    process.stderr.write(`${error}\n`);
    process.exit(1);
  },
);
