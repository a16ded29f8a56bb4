import { replaceUserInfo } from '@openchoreo-planes/backstage-plugin-planes-common';
import type { RunSource } from '../model/run';

import { Fields, readText, valueAt } from './readers';

const MAX_REPOSITORY_LENGTH = 500;
const MAX_REVISION_LENGTH = 250;

type Path = readonly string[];

// The first is what OpenChoreo's own workflows use; the others are common in workflows that platform teams write.
const REPOSITORY: readonly Path[] = [
  ['repository', 'url'],
  ['repository'],
  ['git', 'url'],
  ['git', 'repository'],
  ['source', 'url'],
  ['source', 'repository'],
  ['repositoryUrl'],
  ['repoUrl'],
  ['gitUrl'],
  ['git-url'],
  ['git-repo'],
  ['repo'],
];

const BRANCH: readonly Path[] = [
  ['repository', 'revision', 'branch'],
  ['repository', 'branch'],
  ['git', 'branch'],
  ['source', 'branch'],
  ['branch'],
  ['gitBranch'],
  ['git-branch'],
];

const COMMIT: readonly Path[] = [
  ['repository', 'revision', 'commit'],
  ['repository', 'commit'],
  ['git', 'commit'],
  ['source', 'commit'],
  ['commit'],
  ['gitCommit'],
  ['git-commit'],
  ['git-revision'],
];

// Component workflows of OpenChoreo v0.6 to v0.16 keep the repository apart from other parameters.
const PARENTS: readonly Path[] = [[], ['systemParameters']];

function firstText(
  parameters: Fields,
  paths: readonly Path[],
  maxLength: number,
): string | undefined {
  for (const path of paths) {
    for (const parent of PARENTS) {
      const value = valueAt(parameters, ...parent, ...path);
      if (typeof value === 'string' && value.trim() !== '') {
        return readText(replaceUserInfo(value, ''), maxLength);
      }
    }
  }
  return undefined;
}

/** What a run builds, as far as its parameters tell in a way that is known; users and passwords of URLs are left out. */
export function readSource(parameters: Fields): RunSource {
  return {
    repository: firstText(parameters, REPOSITORY, MAX_REPOSITORY_LENGTH),
    branch: firstText(parameters, BRANCH, MAX_REVISION_LENGTH),
    commit: firstText(parameters, COMMIT, MAX_REVISION_LENGTH),
  };
}
