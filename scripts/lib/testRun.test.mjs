import assert from 'node:assert/strict';
import { mock, test } from 'node:test';
import { TestRun } from './testRun.mjs';
import { UserError } from './userError.mjs';

mock.method(console, 'log', () => {});
mock.method(console, 'error', () => {});

test('goes on after a failure, and counts it', async () => {
  const run = new TestRun(() => false);
  await run.step('Types', async () => ({ code: 2 }));
  await run.step('Build', async () => {
    throw new UserError('no');
  });
  await run.step('Unit', async () => ({
    code: 1,
    counts: { passed: 8, failed: 2, skipped: 1 },
  }));
  run.cannotRun('Browser');
  assert.equal(run.passed, false);
  assert.deepEqual(run.totals, { passed: 8, failed: 5, skipped: 1 });
  const lines = run.summary().split('\n');
  assert.equal(lines.at(-1), '8 passed, 5 failed, 1 skipped');
  assert.match(lines[2], /^Types +failed +0 s$/);
  assert.match(lines[5], /^Browser +not run +0 s$/);
});

test('does not take failed cases for a success, whatever the exit code', async () => {
  const run = new TestRun(() => false);
  const counts = { passed: 1, failed: 1, skipped: 0 };
  assert.equal(
    await run.step('Unit', async () => ({ code: 0, counts })),
    false,
  );
});

test('passes when everything passed', async () => {
  const run = new TestRun(() => false);
  const counts = { passed: 3, failed: 0, skipped: 0 };
  await run.step('Unit', async () => ({ code: 0, counts }));
  await run.step('Types', async () => ({ code: 0 }));
  assert.equal(run.passed, true);
  assert.equal(run.summary().split('\n').at(-1), '3 passed, 0 failed');
});

test('ends the run when it is interrupted', async () => {
  const run = new TestRun(() => true);
  const step = run.step('Unit', async () => {
    throw new Error('killed');
  });
  await assert.rejects(step, /killed/);
});
