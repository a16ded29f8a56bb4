import {
  InstallationCommand,
  RegistrationValues,
  shellWord,
} from '@openchoreo-planes/backstage-plugin-planes-common';

/** What a key of a Secret may consist of; anything else is not a key, and does not belong into a command. */
const KEY = /^[-._A-Za-z0-9]+$/;

/**
 * Shows what certificate a Secret holds.
 *
 * @param namespace - in which it is looked up where the reference names none
 */
export function showSecretCommand(
  values: RegistrationValues,
  namespace: string | undefined,
): InstallationCommand {
  const name = values['agentCA.secretKeyRef.name'] || '<secret>';
  const key = values['agentCA.secretKeyRef.key'] ?? '';
  const from =
    values['agentCA.secretKeyRef.namespace'] || namespace || '<namespace>';
  const path = `{.data.${
    KEY.test(key) ? key.replaceAll('.', '\\.') : '<key>'
  }}`;
  return {
    purpose: 'Show which certificate the Secret holds',
    where: 'control-plane',
    command: [
      `kubectl get secret ${shellWord(name)} -n ${shellWord(from)}`,
      `-o jsonpath='${path}'`,
      '| base64 -d',
      '| openssl x509 -noout -subject -dates -ext basicConstraints',
    ].join(' \\\n  '),
  };
}
