import { parseArgs } from 'node:util';
import { StartWorldOptions } from '../world/startWorld';

export const USAGE = `An OpenChoreo control plane for development. It is no Kubernetes cluster: nothing runs on it.

  --directory DIR             where certificates, token and kubeconfig are kept (required)
  --port PORT                 the port of the Kubernetes API (default: a free one)
  --gateway-port PORT         the port of the cluster gateway's internal API (default: a free one)
  --world demo|empty          organisations to look at, or no planes (default: demo)
  --release VERSION           the release whose resources an empty world serves (default: the latest), for example v0.17.0
  --planes N                  generate N planes besides
  --control-plane-name NAME   the context in the kubeconfig (default: control-plane-sim)

Standard output carries one line of JSON for each event: {"event":"ready","url":...,"kubeconfig":...,"planes":...,
"gateway":{"url":...,"caFile":...,"certFile":...,"keyFile":...,"strangerCertFile":...,"strangerKeyFile":...}}, or {"event":"failed","code":...,"message":...}. Everything else goes to standard error.
`;

/** What was typed is not what the program takes. */
class UsageError extends Error {
  readonly name = 'UsageError';
  readonly code = 'USAGE';
}

/** What the command line asks for. */
export type CliOptions = 'help' | Omit<StartWorldOptions, 'log'>;

function parse(args: string[]) {
  try {
    return parseArgs({
      args,
      options: {
        directory: { type: 'string' },
        port: { type: 'string' },
        'gateway-port': { type: 'string' },
        world: { type: 'string', default: 'demo' },
        release: { type: 'string' },
        planes: { type: 'string' },
        'control-plane-name': { type: 'string' },
        help: { type: 'boolean' },
      },
    }).values;
  } catch (error) {
    throw new UsageError(error instanceof Error ? error.message : `${error}`);
  }
}

function wholeNumber(
  option: string,
  text: string | undefined,
  max: number,
): number | undefined {
  if (text === undefined) {
    return undefined;
  }
  if (!/^\d+$/.test(text) || Number(text) > max) {
    throw new UsageError(
      `--${option} takes a whole number up to ${max}, not '${text}'`,
    );
  }
  return Number(text);
}

/**
 * Reads the command line.
 *
 * @throws UsageError with a sentence that names the option
 */
export function readOptions(args: string[]): CliOptions {
  const values = parse(args);
  if (values.help) {
    return 'help';
  }
  const { directory, world } = values;
  if (!directory) {
    throw new UsageError('--directory is missing');
  }
  if (world !== 'demo' && world !== 'empty') {
    throw new UsageError(`--world takes 'demo' or 'empty', not '${world}'`);
  }
  if (values.release !== undefined && world !== 'empty') {
    throw new UsageError('--release goes with --world=empty only');
  }
  return {
    directory,
    world,
    release: values.release,
    port: wholeNumber('port', values.port, 65_535),
    gatewayPort: wholeNumber('gateway-port', values['gateway-port'], 65_535),
    planes: wholeNumber('planes', values.planes, 100_000),
    name: values['control-plane-name'],
  };
}
