import { block, line, LogScript, parameter, repeat } from '../LogScript';

const SUBJECTS = [
  'Retry the upload when the connection drops',
  'Cache the price list for a minute',
  'Show taxes in the cart',
  'Bump the base image',
  'Drop the unused column',
];

/** A repository is cloned and a revision checked out. */
export const gitClone: LogScript = context => {
  const { dice, exitCode, outputs } = context;
  const url = parameter(
    context,
    ['git-repo', 'git-url', 'repo-url', 'repository'],
    'https://github.com/acme/shop',
  );
  const branch = parameter(
    context,
    ['branch', 'git-branch', 'revision'],
    'main',
  );
  const objects = dice.integer('objects', 1_200, 24_000);
  const deltas = Math.floor(objects * 0.4);
  const start = [
    ...block(
      `Cloning into '/mnt/vol/source'...`,
      `remote: Enumerating objects: ${objects}, done.`,
    ),
    line(`remote: Counting objects: 100% (${objects}/${objects}), done.`),
  ];
  if (exitCode !== 0) {
    return [
      ...start,
      line(`fatal: Remote branch ${branch} not found in upstream origin`),
      line(`Could not check out ${branch} of ${url}`, 0.1),
    ];
  }
  const commit = outputs.get('git-revision') ?? dice.hex('commit', 7);
  return [
    ...start,
    line(`remote: Compressing objects: 100% (${deltas}/${deltas}), done.`),
    ...repeat(10, index =>
      line(
        `Receiving objects: ${String((index + 1) * 10).padStart(
          3,
        )}% (${Math.floor((objects * (index + 1)) / 10)}/${objects}), ${(
          (index + 1) *
          2.3
        ).toFixed(2)} MiB | 8.${index} MiB/s`,
      ),
    ),
    line(`Resolving deltas: 100% (${deltas}/${deltas}), done.`),
    line(`Switched to branch '${branch}'`, 0.2),
    line(`HEAD is now at ${commit} ${dice.choice('subject', SUBJECTS)}`, 0.1),
  ];
};
