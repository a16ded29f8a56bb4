import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { appendFileSync, closeSync, mkdirSync, openSync } from 'node:fs';
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { logDirectory, repositoryRoot } from './paths.mjs';
import { UserError } from './userError.mjs';

const STOP_GRACE_MS = 15_000;
const LOG_TAIL_LINES = 40;
const EXIT_WITH_PARENT = fileURLToPath(
  new URL('./exitWithParent.cjs', import.meta.url),
);

/**
 * @typedef {object} ProgramOptions
 * @property {string} name - of the log file, and in messages
 * @property {string} [command] - a program; Node unless named
 * @property {readonly string[]} args
 * @property {string} [cwd] - the repository unless named
 * @property {Record<string, string | undefined>} [env] - added to the environment
 * @property {'log' | 'terminal'} [output] - where output goes; the log file unless named
 * @property {boolean} [readStdout] - keeps standard output apart, for the caller to read
 * @property {{ uid: number, gid: number }} [user] - runs the program as this user; as this process's unless given
 */

/**
 * @typedef {object} Program
 * @property {import('node:child_process').ChildProcess} child
 * @property {string} name
 * @property {string} logFile
 * @property {Promise<number>} exited - its exit code
 * @property {() => Promise<void>} stop
 */

/** Starts programs in process groups of their own and sees to it that none outlives this process. */
export class Supervisor {
  /** @type {Program[]} */
  #running = [];
  #stopping = false;

  /** Whether the end has begun; what fails from now on fails because of that. */
  get isStopping() {
    return this.#stopping;
  }

  /**
   * @param {ProgramOptions} options
   * @returns {Program}
   */
  start(options) {
    if (this.#stopping) {
      throw new UserError('Interrupted');
    }
    mkdirSync(logDirectory, { recursive: true });
    const logFile = join(logDirectory, `${options.name}.log`);
    const log = openSync(logFile, 'w');
    const output = options.output === 'terminal' ? 'inherit' : log;
    const child = spawn(
      options.command ?? process.execPath,
      options.command
        ? options.args
        : ['--require', EXIT_WITH_PARENT, ...options.args],
      {
        cwd: options.cwd ?? repositoryRoot,
        env: {
          ...process.env,
          ...options.env,
          SUPERVISOR_PID: String(process.pid),
        },
        stdio: ['pipe', options.readStdout ? 'pipe' : output, output],
        detached: true,
        ...options.user,
      },
    );
    closeSync(log);
    const exited = once(child, 'exit').then(
      ([code]) => code ?? 1,
      error => {
        appendFileSync(logFile, `${error.message}\n`);
        return 1;
      },
    );
    const program = {
      child,
      name: options.name,
      logFile,
      exited,
      stop: () => stopProgram(child, exited),
    };
    this.#running.push(program);
    void exited.then(() => {
      this.#running = this.#running.filter(other => other !== program);
    });
    return program;
  }

  /**
   * Runs a program to its end.
   *
   * @param {ProgramOptions} options
   * @returns {Promise<number>} its exit code
   */
  run(options) {
    return this.start(options).exited;
  }

  /**
   * Runs a program that has to succeed.
   *
   * @param {ProgramOptions} options
   * @throws {UserError} with the end of its output when it fails
   */
  async runOrThrow(options) {
    const program = this.start(options);
    const code = await program.exited;
    if (code !== 0) {
      throw await programFailure(program, code);
    }
  }

  /**
   * Resolves with an explanation once one of the running programs ends.
   *
   * @returns {Promise<UserError>}
   */
  firstFailure() {
    return Promise.race(
      this.#running.map(async program =>
        programFailure(program, await program.exited),
      ),
    );
  }

  /** Stops everything, last started first. */
  async stopAll() {
    this.#stopping = true;
    for (const program of [...this.#running].reverse()) {
      await program.stop();
    }
  }

  /** Ends this process with everything it started on Ctrl-C and the like; at the second signal at once. */
  stopOnSignals() {
    let signals = 0;
    /** @param {NodeJS.Signals} signal */
    const onSignal = async signal => {
      signals += 1;
      if (signals > 1) {
        for (const { child } of this.#running) {
          signalGroup(child, 'SIGKILL');
        }
      } else {
        process.stderr.write('\nStopping ...\n');
        await this.stopAll();
      }
      process.exit(signal === 'SIGINT' ? 130 : 143);
    };
    for (const signal of /** @type {const} */ ([
      'SIGINT',
      'SIGTERM',
      'SIGHUP',
    ])) {
      process.on(signal, onSignal);
    }
  }
}

/**
 * Explains a program's failure with the end of its log.
 *
 * @param {Program} program
 * @param {number} code
 */
export async function programFailure(program, code) {
  const text = await readFile(program.logFile, 'utf8');
  const tail = text.trimEnd().split('\n').slice(-LOG_TAIL_LINES).join('\n');
  return new UserError(
    [
      tail,
      `'${program.name}' ended with exit code ${code}. Its full output is in ${program.logFile}`,
    ]
      .filter(Boolean)
      .join('\n\n'),
  );
}

/**
 * @param {import('node:child_process').ChildProcess} child
 * @param {Promise<number>} exited
 */
async function stopProgram(child, exited) {
  signalGroup(child, 'SIGTERM');
  const insist = setTimeout(() => signalGroup(child, 'SIGKILL'), STOP_GRACE_MS);
  await exited;
  clearTimeout(insist);
  // The leader is gone; members of its group that ignored the first signal go with it.
  signalGroup(child, 'SIGKILL');
}

/**
 * @param {import('node:child_process').ChildProcess} child
 * @param {NodeJS.Signals} signal
 */
function signalGroup(child, signal) {
  if (child.pid === undefined) {
    return;
  }
  try {
    process.kill(-child.pid, signal);
  } catch {
    // The group is gone already.
  }
}
