import type { RunParameter } from '../api/runSchema';
import { ParameterLeaf, parameterLeaves } from '../parameters/parameterLeaves';
import { formatPath } from '../parameters/parameterPath';
import { maskValue } from './maskValue';

function namesOf({ path, called }: ParameterLeaf): string[] {
  const names = path.filter(segment => typeof segment === 'string');
  return called === undefined ? names : [...names, called];
}

/**
 * The parameters of a run by their paths, without those that look like a secret.
 *
 * @remarks
 * By name: `password`, `GIT_TOKEN`, `apiKey`, `credentials.key`, and the value of `{ name: 'DB_PASSWORD', value: '…' }`, but
 * not what is only about a secret, such as `secretRef`, `tokenUrl` or `passwordLength`. By value, whatever the name: private
 * keys, well-known kinds of tokens, JSON Web Tokens, Authorization headers, `password=…` within a text, and the base64 of
 * such. Of a URL, only user and password are masked. Empty values, switches and references such as
 * `{{inputs.parameters.token}}` are shown. A secret with a harmless name and no form of its own cannot be told from other
 * values.
 *
 * @public
 */
export function maskSecrets(
  parameters: Readonly<Record<string, unknown>>,
): RunParameter[] {
  return parameterLeaves(parameters).map(leaf => ({
    name: formatPath(leaf.path),
    ...maskValue(leaf.value, namesOf(leaf)),
  }));
}

/** The parameters of a run by their paths, secrets included. @public */
export function flattenParameters(
  parameters: Readonly<Record<string, unknown>>,
): RunParameter[] {
  return parameterLeaves(parameters).map(({ path, value }) => ({
    name: formatPath(path),
    value,
    masked: false,
  }));
}
