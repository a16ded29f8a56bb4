import { objectAt } from '../../objects/json';
import { textAt } from '../fields';
import { SecretKey } from '../gateway/clientCa';
import { ApiClient } from './ApiClient';
import { ApiError } from './ApiError';
import { corePath } from './paths';

/** Reads and decodes one value of a Secret; undefined where the secret or the key is missing. */
export async function readSecretValue(
  client: ApiClient,
  { namespace, name, key }: SecretKey,
): Promise<string | undefined> {
  try {
    const secret = await client.get(corePath(namespace, 'secrets', name));
    const encoded = textAt(objectAt(secret, 'data'), key);
    return encoded && Buffer.from(encoded, 'base64').toString('utf8');
  } catch (error) {
    if (ApiError.hasStatus(error, 404)) {
      return undefined;
    }
    throw error;
  }
}
