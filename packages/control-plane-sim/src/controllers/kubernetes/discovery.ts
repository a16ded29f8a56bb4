import { listAt, textAt } from '../fields';
import { ApiClient } from './ApiClient';
import { ApiError } from './ApiError';
import { openchoreoPath } from './paths';

/** The plurals of OpenChoreo's API group that are served now; none where the group is not. */
export async function servedPlurals(
  client: ApiClient,
  signal: AbortSignal,
): Promise<ReadonlySet<string>> {
  try {
    const discovery = await client.get(openchoreoPath(), signal);
    return new Set(
      listAt(discovery, 'resources').flatMap(
        resource => textAt(resource, 'name') ?? [],
      ),
    );
  } catch (error) {
    if (ApiError.hasStatus(error, 404)) {
      return new Set();
    }
    throw error;
  }
}
