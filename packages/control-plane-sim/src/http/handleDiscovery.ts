import { aggregatedDiscovery } from '../discovery/aggregatedDiscovery';
import {
  apiGroupList,
  apiGroupOf,
  apiResourceList,
  apiVersions,
  servedVersions,
} from '../discovery/apiResources';
import {
  openApiDocument,
  openApiIndex,
  openApiVersionAt,
} from '../discovery/openApi';
import { acceptsJson, parseAccept } from '../read/representation';
import { RequestContext } from './RequestContext';
import { respondJson, respondPageNotFound, respondText } from './respond';

const AGGREGATED_TYPE =
  'application/json;g=apidiscovery.k8s.io;v=v2;as=APIGroupDiscoveryList';

/** `/version` of a release such as `v1.34.4+k3s1`. */
function versionInfo(gitVersion: string): object {
  const [major, minor] = gitVersion.replace(/^v/, '').split('.');
  return {
    major,
    minor,
    emulationMajor: major,
    emulationMinor: minor,
    minCompatibilityMajor: major,
    minCompatibilityMinor: String(Number(minor) - 1),
    gitVersion,
    gitCommit: '',
    gitTreeState: 'clean',
    buildDate: '2026-01-01T00:00:00Z',
    goVersion: '',
    compiler: '',
    platform: `${process.platform}/${process.arch}`,
  };
}

/** Whether the client prefers aggregated discovery to the plain one. */
function wantsAggregated(accept: string | undefined): boolean {
  for (const { parameters } of parseAccept(accept).filter(acceptsJson)) {
    const as = parameters.get('as');
    if (as === undefined) {
      return false;
    }
    if (as === 'APIGroupDiscoveryList' && parameters.get('v') === 'v2') {
      return true;
    }
  }
  return false;
}

function discoveryAt(context: RequestContext): object | undefined {
  const { registry, path, address } = context;
  const versions = servedVersions(
    registry.all().map(({ definition }) => definition),
  );
  if (path === '/api') {
    return apiVersions(address());
  }
  if (path === '/apis') {
    return apiGroupList(versions);
  }
  if (path === '/openapi/v3') {
    return openApiIndex(versions);
  }
  if (path.startsWith('/openapi/v3/')) {
    const served = openApiVersionAt(
      versions,
      path.slice('/openapi/v3/'.length),
    );
    return served && openApiDocument(served);
  }
  const [root, ...segments] = path.split('/').slice(1);
  if (root === 'api' && segments.length === 1) {
    return apiResourceList(versions, '', segments[0]);
  }
  if (root === 'apis' && segments.length === 1) {
    return apiGroupOf(versions, segments[0]);
  }
  return root === 'apis' && segments.length === 2
    ? apiResourceList(versions, segments[0], segments[1])
    : undefined;
}

/** Answers what is no resource: discovery, OpenAPI, version and health. */
export function handleDiscovery(context: RequestContext): void {
  const { request, response, registry } = context;
  const path = context.path.replace(/\/$/, '');
  if (['/healthz', '/livez', '/readyz'].includes(path)) {
    respondText(response, 200, 'ok');
    return;
  }
  if (path === '/version') {
    respondJson(response, 200, versionInfo(context.kubernetesVersion));
    return;
  }
  if (
    (path === '/api' || path === '/apis') &&
    wantsAggregated(request.headers.accept)
  ) {
    const versions = servedVersions(
      registry.all().map(({ definition }) => definition),
    );
    respondJson(response, 200, aggregatedDiscovery(versions, path), {
      contentType: AGGREGATED_TYPE,
      cacheControl: 'public',
    });
    return;
  }
  const found = discoveryAt({ ...context, path });
  if (found) {
    respondJson(response, 200, found);
  } else {
    respondPageNotFound(response);
  }
}
