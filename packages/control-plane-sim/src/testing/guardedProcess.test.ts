import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { startGuardedProcess } from './guardedProcess';

const FOR_EVER = ['-e', 'console.log(process.pid); setInterval(() => {}, 1e6)'];

describe('startGuardedProcess', () => {
  let directory: string;
  let logFile: string;

  beforeEach(async () => {
    directory = await mkdtemp(join(tmpdir(), 'guarded-'));
    logFile = join(directory, 'log');
  });

  afterEach(() => rm(directory, { recursive: true }));

  const start = (args: string[]) =>
    startGuardedProcess({ command: process.execPath, args, logFile });

  it('runs until it is stopped', async () => {
    const program = start(FOR_EVER);
    const pid = await loggedPid(() => program.logTail());
    expect(program.isRunning()).toBe(true);
    await program.stop();
    expect(program.isRunning()).toBe(false);
    expect(isAlive(pid)).toBe(false);
  });

  it('keeps what a program said before it ended by itself', async () => {
    const program = start(['-e', 'console.error("no licence")']);
    while (program.isRunning()) {
      await new Promise(setImmediate);
    }
    expect(await program.logTail()).toBe('no licence');
    await program.stop();
  });

  it('ends when its owner is killed', async () => {
    const owner = spawn(
      process.execPath,
      [
        '--require',
        require.resolve('@backstage/cli/config/nodeTransform.cjs'),
        '--eval',
        `const { startGuardedProcess } = require(${JSON.stringify(
          join(__dirname, 'guardedProcess.ts'),
        )});
         const program = startGuardedProcess(${JSON.stringify({
           command: process.execPath,
           args: FOR_EVER,
           logFile,
         })});
         setInterval(async () => console.log(await program.logTail()), 10);`,
      ],
      { stdio: ['ignore', 'pipe', 'inherit'] },
    );
    const pid = await loggedPid(async () =>
      String((await once(owner.stdout, 'data'))[0]),
    );
    owner.kill('SIGKILL');
    while (isAlive(pid)) {
      await new Promise(setImmediate);
    }
    expect(isAlive(pid)).toBe(false);
  });
});

async function loggedPid(read: () => Promise<string>): Promise<number> {
  for (;;) {
    const pid = parseInt(await read(), 10);
    if (pid > 0) {
      return pid;
    }
  }
}

function isAlive(pid: number): boolean {
  try {
    process.kill(pid, 0);
    return true;
  } catch {
    return false;
  }
}
