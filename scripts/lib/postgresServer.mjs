// Runs a PostgreSQL server in the foreground, and ends it at once when this process is told to end: of the signals that
// end programs, the server takes SIGTERM as a wish to wait for its clients first.
import { spawn } from 'node:child_process';

const [postgres, dataDirectory, socketDirectory, uid, gid] =
  process.argv.slice(2);

const settings = {
  listen_addresses: '',
  unix_socket_directories: socketDirectory,
  // Each plugin of each backend has a pool of its own.
  max_connections: '300',
  // What is in it need not outlive a power failure.
  fsync: 'off',
  synchronous_commit: 'off',
  full_page_writes: 'off',
};

const server = spawn(
  postgres,
  [
    '-D',
    dataDirectory,
    ...Object.entries(settings).flatMap(([name, value]) => [
      '-c',
      `${name}=${value}`,
    ]),
  ],
  {
    stdio: ['ignore', 'inherit', 'inherit'],
    cwd: dataDirectory,
    ...(uid && gid && { uid: Number(uid), gid: Number(gid) }),
  },
);
for (const signal of /** @type {const} */ (['SIGTERM', 'SIGINT', 'SIGHUP'])) {
  process.on(signal, () => server.kill('SIGINT'));
}
server.on('error', error => {
  console.error(error.message);
  process.exitCode = 1;
});
server.on('exit', code => {
  process.exitCode = code ?? 1;
});
