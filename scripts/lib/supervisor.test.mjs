import assert from 'node:assert/strict';
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { test } from 'node:test';
import { Supervisor } from './supervisor.mjs';

// A program that ignores nothing, with a child of its own that would go on for ever.
const FAMILY = `
  const { spawn } = require('node:child_process');
  const child = spawn(process.execPath, ['-e', 'setInterval(() => {}, 1000)']);
  console.log(child.pid);
  setInterval(() => {}, 1000);
`;

/** @param {number} pid */
function isAlive(pid) {
  try {
    process.kill(pid, 0);
    return true;
  } catch {
    return false;
  }
}

/** @param {number} pid */
async function untilGone(pid) {
  while (isAlive(pid)) {
    await new Promise(setImmediate);
  }
}

/** @param {import('node:stream').Readable | null} stream */
async function readPid(stream) {
  assert.ok(stream);
  const [chunk] = await once(stream, 'data');
  return Number(String(chunk));
}

test('stops a program with its descendants', { timeout: 20_000 }, async () => {
  const supervisor = new Supervisor();
  const { child, exited } = supervisor.start({
    name: 'test-family',
    args: ['-e', FAMILY],
    readStdout: true,
  });
  const grandchild = await readPid(child.stdout);
  await supervisor.stopAll();
  await exited;
  await untilGone(grandchild);
  assert.throws(() => supervisor.start({ name: 'test-late', args: [] }));
});

test(
  'leaves nothing behind when it is killed',
  { timeout: 20_000 },
  async () => {
    const owner = spawn(
      process.execPath,
      [
        '--input-type=module',
        '-e',
        `import { Supervisor } from ${JSON.stringify(
          new URL('./supervisor.mjs', import.meta.url),
        )};
       const { child } = new Supervisor().start({
         name: 'test-orphans',
         args: ['-e', ${JSON.stringify(FAMILY)}],
         readStdout: true,
       });
       child.stdout.pipe(process.stdout);`,
      ],
      { stdio: ['ignore', 'pipe', 'inherit'] },
    );
    const grandchild = await readPid(owner.stdout);
    assert.ok(isAlive(grandchild));
    owner.kill('SIGKILL');
    await untilGone(grandchild);
  },
);

test('leaves alone what the program forks', async () => {
  // Preloaded modules are inherited; a worker whose standard input is closed must live all the same.
  const { child, exited } = new Supervisor().start({
    name: 'test-fork',
    args: [
      '-e',
      `const { spawn } = require('node:child_process');
       spawn(process.execPath, [...process.execArgv.slice(0, 2), '-e', 'setTimeout(() => {}, 300)'], {
         stdio: ['ignore', 'inherit', 'inherit'],
       }).on('exit', (code, signal) => console.log(signal ?? code));`,
    ],
    readStdout: true,
  });
  assert.equal(await readPid(child.stdout), 0);
  assert.equal(await exited, 0);
});

test('shows the end of the output of a program that fails', async () => {
  await assert.rejects(
    new Supervisor().runOrThrow({
      name: 'test-failure',
      args: ['-e', 'console.log("the reason"); process.exit(3)'],
    }),
    /the reason\n\n'test-failure' ended with exit code 3\. .*test-failure\.log/,
  );
});

test('explains a program that cannot be started', async () => {
  await assert.rejects(
    new Supervisor().runOrThrow({
      name: 'test-missing',
      command: '/nowhere/program',
      args: [],
    }),
    /ENOENT/,
  );
});
