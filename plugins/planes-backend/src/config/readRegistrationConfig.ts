import type { Config } from '@backstage/config';
import { InputError } from '@backstage/errors';

const KEY = 'openchoreo.planes.registration';
const MODES = ['apply', 'manifest'] as const;
const CHART_VERSION = /^v?\d+\.\d+\.\d+(?:[-+][0-9A-Za-z.+-]+)?$/;

/** `openchoreo.planes.registration`. */
export interface RegistrationConfig {
  /** `manifest`: nothing is written, the manifest and commands are the result. */
  readonly mode: (typeof MODES)[number];
  /** The version of OpenChoreo's Helm charts to propose. */
  readonly chartVersion?: string;
}

/**
 * Reads `openchoreo.planes.registration`.
 *
 * @throws InputError that names the key and what to write there
 */
export function readRegistrationConfig(config: Config): RegistrationConfig {
  const chartVersion = readChartVersion(config);
  return {
    mode: readMode(config),
    ...(chartVersion !== undefined && { chartVersion }),
  };
}

function readMode(config: Config): RegistrationConfig['mode'] {
  const given = config.getOptionalString(`${KEY}.mode`) ?? 'apply';
  const mode = MODES.find(known => known === given);
  if (!mode) {
    throw new InputError(
      `'${KEY}.mode' is '${given}': it must be 'apply', which has the portal write planes, or 'manifest', which has it render manifests only`,
    );
  }
  return mode;
}

function readChartVersion(config: Config): string | undefined {
  const version = config.getOptionalString(`${KEY}.chartVersion`);
  if (version !== undefined && !CHART_VERSION.test(version)) {
    throw new InputError(
      `'${KEY}.chartVersion' is '${version}': it must be the version of a Helm chart, for example '1.2.3'`,
    );
  }
  return version;
}
