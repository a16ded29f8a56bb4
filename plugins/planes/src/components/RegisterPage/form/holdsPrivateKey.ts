import { readCertificates } from '@openchoreo-planes/backstage-plugin-planes-common';
import { holdsEncodedPrivateKey } from '../steps/AgentStep/ca/holdsEncodedPrivateKey';

const PRIVATE_KEY = 'PRIVATE KEY';

/** Whether a text holds a private key, as PEM or encoded once more; such a text must not be kept anywhere. */
export function holdsPrivateKey(text: string): boolean {
  return (
    text.includes(PRIVATE_KEY) ||
    holdsEncodedPrivateKey(text) ||
    readCertificates(text).containsPrivateKey
  );
}
