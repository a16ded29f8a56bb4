import {
  copyFile,
  chmod,
  mkdir,
  mkdtemp,
  readFile,
  rename,
  rm,
  writeFile,
} from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { goModule } from './goModule.mjs';

/**
 * @typedef {object} GoProgram
 * @property {string} name - of the program
 * @property {string} module
 * @property {string} version
 * @property {string} [package] - of the program inside the module; the module itself unless named
 * @property {string} [partsVersion] - of the modules that the module takes from its own repository
 * @property {string[]} [linkerFlags]
 * @property {string} directory - receives the program
 */

/**
 * Builds a program from a published Go module. Go verifies every module with its checksum database,
 * and those that the module itself pins with the sums it was published with.
 *
 * @param {import('./supervisor.mjs').Supervisor} supervisor
 * @param {GoProgram} program
 */
export async function buildGoProgram(supervisor, program) {
  await mkdir(program.directory, { recursive: true });
  const workspace = await mkdtemp(join(tmpdir(), `build-${program.name}-`));
  const env = { GOFLAGS: '-mod=mod', GOWORK: 'off', CGO_ENABLED: '0' };
  /** @param {string[]} args */
  const go = args => ({
    name: `build-${program.name}`,
    command: 'go',
    args,
    cwd: workspace,
    env,
  });
  try {
    const download = supervisor.start({
      ...go([
        'mod',
        'download',
        '-json',
        `${program.module}@${program.version}`,
      ]),
      readStdout: true,
    });
    const { GoMod, Dir } = JSON.parse(await readAll(download));
    await writeFile(
      join(workspace, 'go.mod'),
      goModule({ ...program, manifest: await readFile(GoMod, 'utf8') }),
    );
    await copyFile(join(Dir, 'go.sum'), join(workspace, 'go.sum'));
    await chmod(join(workspace, 'go.sum'), 0o644);
    const built = join(workspace, program.name);
    await supervisor.runOrThrow(
      go([
        'build',
        '-trimpath',
        '-buildvcs=false',
        `-ldflags=${['-s -w', ...(program.linkerFlags ?? [])].join(' ')}`,
        `-o=${built}`,
        [program.module, program.package].filter(Boolean).join('/'),
      ]),
    );
    // Not moved but copied under another name first: the folder may be on another file system.
    const partial = join(program.directory, `${program.name}.partial`);
    await copyFile(built, partial);
    await rename(partial, join(program.directory, program.name));
  } finally {
    await rm(workspace, { recursive: true, force: true });
  }
}

/** @param {import('./supervisor.mjs').Program} program */
async function readAll({ child }) {
  let text = '';
  for await (const chunk of child.stdout ?? []) {
    text += chunk;
  }
  return text;
}
