import { resolve } from 'node:path';
import type { Config } from '@backstage/config';
import { InputError } from '@backstage/errors';
import { readAgentURL } from './readAgentURL';
import { readGatewayConfig } from './readGatewayConfig';
import type { ControlPlaneConfig, ControlPlaneConnectionConfig } from './types';

const KEY = 'openchoreo.controlPlanes';
const DNS_LABEL = /^[a-z0-9]([-a-z0-9]{0,61}[a-z0-9])?$/;

/**
 * Reads `openchoreo.controlPlanes`.
 *
 * @throws InputError that names the key and what to write there
 */
export function readControlPlanesConfig(config: Config): ControlPlaneConfig[] {
  const entries = config.getOptionalConfigArray(KEY) ?? [];
  const controlPlanes = entries.map((entry, index) =>
    readControlPlane(entry, `${KEY}[${index}]`),
  );
  const names = new Set<string>();
  for (const [index, { name }] of controlPlanes.entries()) {
    if (names.has(name)) {
      throw new InputError(
        `'${KEY}[${index}].name' is '${name}', like that of another control plane: names must differ`,
      );
    }
    names.add(name);
  }
  return controlPlanes;
}

function readControlPlane(entry: Config, key: string): ControlPlaneConfig {
  const name = entry.getString('name');
  requireDnsLabel(name, `${key}.name`);
  const namespaces = entry.getOptionalStringArray('namespaces');
  if (namespaces?.length === 0) {
    throw new InputError(
      `'${key}.namespaces' is empty: name at least one namespace, or remove the key to read the whole cluster`,
    );
  }
  for (const [index, namespace] of (namespaces ?? []).entries()) {
    requireDnsLabel(namespace, `${key}.namespaces[${index}]`);
  }
  const gateway = entry.getOptionalConfig('gateway');
  const agentURL = readAgentURL(entry, key);
  return {
    name,
    connection: readConnection(entry, key),
    ...(namespaces && { namespaces: [...new Set(namespaces)] }),
    ...(gateway && { gateway: readGatewayConfig(gateway, `${key}.gateway`) }),
    ...(agentURL !== undefined && { agentURL }),
  };
}

function readConnection(
  entry: Config,
  key: string,
): ControlPlaneConnectionConfig {
  const inCluster = entry.getOptionalBoolean('inCluster') ?? false;
  const kubeconfig = entry.getOptionalConfig('kubeconfig');
  if (inCluster === (kubeconfig !== undefined)) {
    throw new InputError(
      `'${key}' needs either 'kubeconfig.file' or 'inCluster: true', not ${
        inCluster ? 'both' : 'neither'
      }`,
    );
  }
  if (!kubeconfig) {
    return { type: 'in-cluster' };
  }
  const context = kubeconfig.getOptionalString('context');
  return {
    type: 'kubeconfig',
    file: resolve(kubeconfig.getString('file')),
    ...(context !== undefined && { context }),
  };
}

function requireDnsLabel(value: string, key: string): void {
  if (!DNS_LABEL.test(value)) {
    throw new InputError(
      `'${key}' is '${value}': it must be lower-case letters, digits and '-', at most 63 characters, beginning and ending with a letter or digit`,
    );
  }
}
