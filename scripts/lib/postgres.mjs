import { chown, mkdtemp, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { fileURLToPath } from 'node:url';
import { ensurePostgresPrograms } from './postgresPrograms.mjs';
import { withProgress } from './progress.mjs';
import { UserError } from './userError.mjs';
import { whileRunning } from './whileRunning.mjs';

/** Where Backstage's `TestDatabases` finds a server. Its number is a label: any version will do. */
export const POSTGRES_VARIABLE =
  'BACKSTAGE_TEST_DATABASE_POSTGRES18_CONNECTION_STRING';

const SERVER = fileURLToPath(new URL('./postgresServer.mjs', import.meta.url));
const START_TIMEOUT_MS = 60_000;
const POLL_MS = 100;

const MISSING = `There is no PostgreSQL here: what needs a database runs on SQLite alone, and the tests of replicas are skipped.
Install a PostgreSQL server, or put the connection string of one into ${POSTGRES_VARIABLE}.`;

/**
 * Runs something with a PostgreSQL server: the one that the environment names, else a new one that is thrown away
 * afterwards, else, where there is none to be had, without.
 *
 * @template T
 * @param {import('./supervisor.mjs').Supervisor} supervisor
 * @param {(env: Record<string, string>) => Promise<T>} work - given what its programs need in their environment
 * @returns {Promise<T>}
 */
export async function withPostgres(supervisor, work) {
  const given = process.env[POSTGRES_VARIABLE];
  if (given) {
    return work({ [POSTGRES_VARIABLE]: given });
  }
  const programs = await ensurePostgresPrograms(supervisor);
  if (programs === undefined) {
    console.log(MISSING);
    return work({});
  }
  const directory = await mkdtemp(join(tmpdir(), 'planes-postgres-'));
  try {
    const server = await withProgress('Starting PostgreSQL', () =>
      startServer(supervisor, programs, directory),
    );
    try {
      return await work({ [POSTGRES_VARIABLE]: connectionString(directory) });
    } finally {
      await server.stop();
    }
  } finally {
    await rm(directory, { recursive: true, force: true });
  }
}

/**
 * @param {import('./supervisor.mjs').Supervisor} supervisor
 * @param {string} programs - their folder
 * @param {string} directory - its own, empty
 */
async function startServer(supervisor, programs, directory) {
  const user = await serverUser();
  if (user) {
    await chown(directory, user.uid, user.gid);
  }
  const data = join(directory, 'data');
  await supervisor.runOrThrow({
    name: 'postgres-initdb',
    command: join(programs, 'initdb'),
    args: [
      `--pgdata=${data}`,
      '--username=postgres',
      // The folder of the socket keeps others out.
      '--auth=trust',
      '--encoding=UTF8',
      '--locale=C',
      '--no-sync',
    ],
    cwd: directory,
    user,
  });
  const program = supervisor.start({
    name: 'postgres',
    args: [
      SERVER,
      join(programs, 'postgres'),
      data,
      directory,
      ...(user ? [String(user.uid), String(user.gid)] : []),
    ],
  });
  await whileRunning(program, START_TIMEOUT_MS, signal =>
    untilReady(join(data, 'postmaster.pid'), signal),
  );
  return program;
}

/**
 * The server writes there how it is.
 *
 * @param {string} pidFile
 * @param {AbortSignal} signal
 */
async function untilReady(pidFile, signal) {
  for (;;) {
    const text = await readFile(pidFile, 'utf8').catch(() => '');
    if (/^ready\s*$/m.test(text)) {
      return;
    }
    await sleep(POLL_MS, undefined, { signal });
  }
}

/**
 * The user that the server runs as: it refuses to run as root.
 *
 * @returns {Promise<{ uid: number, gid: number } | undefined>} nothing where it is this process's own
 */
async function serverUser() {
  if (process.getuid?.() !== 0) {
    return undefined;
  }
  const users = await readFile('/etc/passwd', 'utf8');
  const user = findUser(users, ['postgres', 'nobody']);
  if (!user) {
    throw new UserError(
      `A PostgreSQL server does not run as root, and there is neither a user 'postgres' nor 'nobody'. Run this as another user, or put the connection string of a server into ${POSTGRES_VARIABLE}.`,
    );
  }
  return user;
}

/**
 * @param {string} users - as in /etc/passwd
 * @param {readonly string[]} names - the first of them that there is
 */
export function findUser(users, names) {
  const rows = users.split('\n').map(line => line.split(':'));
  for (const name of names) {
    const row = rows.find(([entry]) => entry === name);
    if (row) {
      return { uid: Number(row[2]), gid: Number(row[3]) };
    }
  }
  return undefined;
}

/**
 * @param {string} socketDirectory
 */
function connectionString(socketDirectory) {
  return `postgresql://postgres@localhost/postgres?host=${encodeURIComponent(
    socketDirectory,
  )}`;
}
