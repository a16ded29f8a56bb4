import assert from 'node:assert/strict';
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { test } from 'node:test';
import {
  formatCounts,
  jestCounts,
  playwrightCounts,
  readCounts,
  sumCounts,
  tapCounts,
} from './counts.mjs';

test('reads the report of each runner', () => {
  assert.deepEqual(
    jestCounts(
      JSON.stringify({
        numPassedTests: 5,
        numFailedTests: 1,
        numRuntimeErrorTestSuites: 2,
        numPendingTests: 3,
        numTodoTests: 1,
      }),
    ),
    { passed: 5, failed: 3, skipped: 4 },
  );
  assert.deepEqual(
    playwrightCounts(
      JSON.stringify({
        errors: [{ message: 'No tests found' }],
        stats: { expected: 2, flaky: 1, unexpected: 1, skipped: 4 },
      }),
    ),
    { passed: 3, failed: 2, skipped: 4 },
  );
  assert.deepEqual(
    tapCounts(
      'ok 1 - x\n# pass 7\n# fail 1\n# cancelled 1\n# skipped 2\n# todo 0\n',
    ),
    { passed: 7, failed: 2, skipped: 2 },
  );
});

test('takes a missing or broken report for a failure', async () => {
  const directory = await mkdtemp(join(tmpdir(), 'counts-'));
  const file = join(directory, 'report.json');
  const failure = { passed: 0, failed: 1, skipped: 0 };
  assert.deepEqual(await readCounts(file, jestCounts), failure);
  await writeFile(file, '{');
  assert.deepEqual(await readCounts(file, jestCounts), failure);
  await rm(directory, { recursive: true });
});

test('adds up and prints', () => {
  const counts = { passed: 2, failed: 1, skipped: 0 };
  assert.equal(formatCounts(sumCounts([counts, counts])), '4 passed, 2 failed');
  assert.equal(
    formatCounts({ ...counts, skipped: 3 }),
    '2 passed, 1 failed, 3 skipped',
  );
});
