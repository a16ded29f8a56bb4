import { ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtemp, readFile, rm } from 'node:fs/promises';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { createInterface } from 'node:readline';

const CLI = resolve(__dirname, '../cli.ts');

jest.setTimeout(60_000);

describe('cli', () => {
  let directory: string;
  let child: ChildProcess | undefined;

  /** Starts the program as the start script does, and waits for its first event. */
  async function start(...args: string[]) {
    child = spawn(
      process.execPath,
      [
        '--require',
        require.resolve('@backstage/cli/config/nodeTransform.cjs'),
        CLI,
        '--directory',
        directory,
        ...args,
      ],
      { stdio: ['ignore', 'pipe', 'ignore'] },
    );
    const exited = once(child, 'exit');
    if (!child.stdout) {
      throw new Error('The program has no output');
    }
    const [line] = await once(createInterface(child.stdout), 'line');
    return { child, exited, event: JSON.parse(line) };
  }

  beforeEach(async () => {
    directory = await mkdtemp(join(tmpdir(), 'control-plane-cli-'));
  });

  afterEach(async () => {
    child?.kill('SIGKILL');
    await rm(directory, { recursive: true, force: true });
  });

  it('says when it is ready, and stops when it is told to', async () => {
    const started = await start('--control-plane-name=mine', '--planes=20');
    expect(started.event).toEqual({
      event: 'ready',
      url: expect.stringMatching(/^https:\/\/127\.0\.0\.1:\d+$/),
      kubeconfig: join(directory, 'kubeconfig'),
      planes: 63,
      gateway: {
        url: expect.stringMatching(/^https:\/\/127\.0\.0\.1:\d+$/),
        caFile: join(directory, 'gateway-ca.crt'),
        certFile: join(directory, 'gateway-client.crt'),
        keyFile: join(directory, 'gateway-client.key'),
        strangerCertFile: join(directory, 'gateway-stranger.crt'),
        strangerKeyFile: join(directory, 'gateway-stranger.key'),
      },
    });
    expect(await readFile(started.event.kubeconfig, 'utf8')).toContain(
      'current-context: mine',
    );
    started.child.kill('SIGTERM');
    expect(await started.exited).toEqual([0, null]);
  });

  it('says which port is taken', async () => {
    const taken = createServer().listen(0, '127.0.0.1');
    await once(taken, 'listening');
    const address = taken.address();
    const port = typeof address === 'object' ? address?.port : undefined;
    const { event, exited } = await start(`--port=${port}`);
    taken.close();
    expect(event).toMatchObject({
      event: 'failed',
      code: 'EADDRINUSE',
      message: expect.stringContaining(String(port)),
    });
    expect(await exited).toEqual([1, null]);
  });
});
