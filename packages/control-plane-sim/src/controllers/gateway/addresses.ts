/** How a gateway knows the agents of a plane cluster. @public */
export interface AgentAddress {
  /** One of the gateway's plane types; what it does not know has no agents. */
  readonly planeType: string;
  readonly planeID: string;
}

/** A plane's resource as the gateway's tunnel addresses it. @public */
export interface TunnelAddress extends AgentAddress {
  /** Undefined for Cluster kinds. */
  readonly namespace?: string;
  readonly name: string;
}

/** `dataplane/default`. */
export function poolKey({ planeType, planeID }: AgentAddress): string {
  return `${planeType}/${planeID}`;
}

/** As the gateway writes a resource: `acme/default`, and `/default` for a Cluster kind. */
export function resourceKey(resource: {
  readonly namespace?: string;
  readonly name: string;
}): string {
  return `${resource.namespace ?? ''}/${resource.name}`;
}
