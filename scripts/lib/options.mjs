import { parseArgs } from 'node:util';
import { UserError } from './userError.mjs';

/**
 * Reads a command line strictly.
 *
 * @template {import('node:util').ParseArgsConfig['options']} T
 * @param {T} options
 * @param {{ usage: string, allowPositionals?: boolean, args?: string[] }} more
 * @throws {UserError} that ends with the usage
 */
export function readOptions(
  options,
  { usage, allowPositionals = false, args },
) {
  try {
    return parseArgs({ options, allowPositionals, args, strict: true });
  } catch (error) {
    const reason = error instanceof Error ? error.message : String(error);
    throw new UserError(`${reason}\n\n${usage}`);
  }
}

/**
 * @param {string} value
 * @param {string} option - its name on the command line
 * @param {{ min: number }} limits
 * @throws {UserError} unless the value is a whole number that is large enough
 */
export function readNumber(value, option, { min }) {
  const number = Number(value);
  if (value.trim() === '' || !Number.isSafeInteger(number) || number < min) {
    throw new UserError(
      `${option} takes a whole number of at least ${min}, not '${value}'.`,
    );
  }
  return number;
}

/**
 * @param {string} value
 * @param {string} option - its name on the command line
 * @throws {UserError} unless the value is a port
 */
export function readPort(value, option) {
  const port = Number(value);
  if (!Number.isInteger(port) || port < 1 || port > 65_535) {
    throw new UserError(
      `${option} takes a port from 1 to 65535, not '${value}'.`,
    );
  }
  return port;
}
