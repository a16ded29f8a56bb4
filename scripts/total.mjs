import { join } from 'node:path';
import { formatCounts, readCounts, sumCounts } from './lib/counts.mjs';
import { resultDirectory } from './lib/testRun.mjs';

// Adds up what `npm test`, `npm run test:kubernetes` and `npm run test:adopter` left; a run that left nothing has failed.
const totals = sumCounts(
  await Promise.all(
    ['test', 'kubernetes', 'adopter'].map(name =>
      readCounts(join(resultDirectory, `${name}.json`), JSON.parse),
    ),
  ),
);
console.log(`\n${formatCounts(totals)}`);
process.exitCode = totals.failed > 0 ? 1 : 0;
