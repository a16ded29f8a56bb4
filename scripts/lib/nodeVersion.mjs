import { UserError } from './userError.mjs';

const MINIMUM_MINOR = new Map([
  [20, 20],
  [22, 0],
  [24, 0],
]);

/**
 * Tells whether this project is tested with a version of Node.
 *
 * @param {string} version - for example `20.20.2`
 * @returns {boolean}
 */
export function isSupportedNode(version) {
  const [major, minor] = version.split('.').map(Number);
  const minimum = MINIMUM_MINOR.get(major);
  return minimum !== undefined && minor >= minimum;
}

/** Throws a {@link UserError} on a Node version that the project does not support. */
export function requireSupportedNode() {
  if (!isSupportedNode(process.versions.node)) {
    throw new UserError(
      `This is Node ${process.versions.node}; the portal needs Node 20.20 or later of 20, 22 or 24. Install one of these from https://nodejs.org and try again.`,
    );
  }
}
