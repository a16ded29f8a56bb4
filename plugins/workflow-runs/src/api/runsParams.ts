import { RunsQuery } from '@openchoreo-planes/backstage-plugin-workflow-runs-common';

/** The URL parameters of a query; a filter with several values is repeated. */
export function runsParams(query: RunsQuery): URLSearchParams {
  const params = new URLSearchParams();
  for (const [name, value] of Object.entries(query)) {
    for (const one of [value ?? []].flat()) {
      params.append(name, String(one));
    }
  }
  return params;
}
