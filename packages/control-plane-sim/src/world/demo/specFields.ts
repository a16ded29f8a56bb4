/** The gateway of a data plane that serves everything below one public host name. */
export function gateway(host: string) {
  const namespace = 'openchoreo-data-plane';
  return {
    ingress: {
      external: {
        name: 'gateway-default',
        namespace,
        http: { port: 80, host },
        https: { port: 443, host },
      },
      internal: {
        name: 'gateway-internal',
        namespace,
        http: { port: 8080, host: `internal.${host}` },
      },
    },
  };
}

/** A reference to an observability plane of the same namespace. */
export function observedBy(name: string) {
  return { kind: 'ObservabilityPlane', name };
}

/** A reference to an observability plane of the whole control plane. */
export function observedByCluster(name: string) {
  return { kind: 'ClusterObservabilityPlane', name };
}

/** A reference to a secret store in the plane's cluster. */
export function secretStore(name: string) {
  return { name };
}
