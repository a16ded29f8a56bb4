import { JsonObject } from '../objects/json';

/** How a resource is called. */
export interface CrdNames {
  readonly group: string;
  readonly version: string;
  readonly kind: string;
  /** The kind in small letters with an `s` unless given. */
  readonly plural?: string;
  readonly shortNames?: readonly string[];
  readonly clusterScoped?: boolean;
  readonly hasStatus?: boolean;
}

/** A CustomResourceDefinition whose schema lets everything through. */
export function permissiveCrd(names: CrdNames): JsonObject {
  const { group, version, kind, shortNames } = names;
  const plural = names.plural ?? `${kind.toLowerCase()}s`;
  return {
    apiVersion: 'apiextensions.k8s.io/v1',
    kind: 'CustomResourceDefinition',
    metadata: { name: `${plural}.${group}` },
    spec: {
      group,
      names: {
        kind,
        listKind: `${kind}List`,
        plural,
        singular: kind.toLowerCase(),
        ...(shortNames && { shortNames }),
      },
      scope: names.clusterScoped ? 'Cluster' : 'Namespaced',
      versions: [
        {
          name: version,
          served: true,
          storage: true,
          schema: {
            openAPIV3Schema: {
              type: 'object',
              'x-kubernetes-preserve-unknown-fields': true,
            },
          },
          ...(names.hasStatus && { subresources: { status: {} } }),
        },
      ],
    },
  };
}
