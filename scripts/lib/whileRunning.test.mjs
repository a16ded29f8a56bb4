import assert from 'node:assert/strict';
import { test } from 'node:test';
import { Supervisor } from './supervisor.mjs';
import { whileRunning } from './whileRunning.mjs';

const supervisor = new Supervisor();

/** @param {string} code */
const start = code =>
  supervisor.start({ name: 'test-while-running', args: ['-e', code] });
const forEver = 'setInterval(() => {}, 1000)';
const never = () => new Promise(() => {});

test('ends with what was waited for, and tells the waiting to stop', async () => {
  const program = start(forEver);
  /** @type {AbortSignal | undefined} */
  let seen;
  const result = await whileRunning(program, 60_000, async signal => {
    seen = signal;
    return 'ready';
  });
  assert.equal(result, 'ready');
  assert.equal(seen?.aborted, true);
  await program.stop();
});

test('explains a program that ends before', async () => {
  const program = start('console.log("no licence"); process.exit(4)');
  await assert.rejects(
    whileRunning(program, 60_000, never),
    /no licence[\s\S]*exit code 4/,
  );
});

test('gives up after a time, whatever the waiting does', async () => {
  const program = start(forEver);
  await assert.rejects(
    whileRunning(program, 10, never),
    /'test-while-running' was not ready in time/,
  );
  await program.stop();
});
