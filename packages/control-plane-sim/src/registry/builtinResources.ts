import { ApiObject } from '../objects/ApiObject';
import { isJsonObject, objectAt, stringAt } from '../objects/json';
import { crdStatus, validateCrd } from './customResource';
import { AGE_COLUMN, columnFromPath, NAME_COLUMN } from './printerColumns';
import { ResourceDefinition } from './ResourceDefinition';

/** What the built-in resources have in common, unless they say otherwise. */
export const BUILTIN = {
  version: 'v1',
  shortNames: [],
  categories: [],
  hasStatus: false,
  hasGeneration: false,
  printerColumns: [NAME_COLUMN, AGE_COLUMN],
  selectableFields: [],
  isBuiltIn: true,
  nameRule: 'subdomain',
} as const;

/** The resource through which CustomResourceDefinitions are installed and removed. */
export const CRD_GROUP = 'apiextensions.k8s.io';

function prepareNamespace(object: ApiObject): ApiObject {
  const { metadata } = object;
  return {
    ...object,
    metadata: {
      ...metadata,
      labels: {
        'kubernetes.io/metadata.name': metadata.name,
        ...metadata.labels,
      },
    },
    spec: { finalizers: ['kubernetes'] },
    status: { phase: 'Active' },
  };
}

function normalizeSecret(object: ApiObject): ApiObject {
  const { stringData, ...secret } = object;
  const encoded = Object.entries(
    isJsonObject(stringData) ? stringData : {},
  ).map(([key, value]) => [key, Buffer.from(String(value)).toString('base64')]);
  const data = { ...objectAt(object, 'data'), ...Object.fromEntries(encoded) };
  return {
    ...secret,
    apiVersion: object.apiVersion,
    kind: object.kind,
    metadata: object.metadata,
    ...(Object.keys(data).length > 0 ? { data } : {}),
    type: stringAt(object, 'type') ?? 'Opaque',
  };
}

/** The few built-in resources that planes, their controllers and kubectl need. */
export const BUILTIN_RESOURCES: readonly ResourceDefinition[] = [
  {
    ...BUILTIN,
    group: '',
    plural: 'namespaces',
    singular: 'namespace',
    kind: 'Namespace',
    listKind: 'NamespaceList',
    namespaced: false,
    shortNames: ['ns'],
    hasStatus: true,
    selectableFields: ['status.phase'],
    printerColumns: [
      NAME_COLUMN,
      columnFromPath(
        {
          name: 'Status',
          type: 'string',
          format: '',
          description: 'The phase of the namespace.',
          priority: 0,
        },
        '.status.phase',
      ),
      AGE_COLUMN,
    ],
    prepare: prepareNamespace,
    nameRule: 'label',
  },
  {
    ...BUILTIN,
    group: '',
    plural: 'secrets',
    singular: 'secret',
    kind: 'Secret',
    listKind: 'SecretList',
    namespaced: true,
    selectableFields: ['type'],
    normalize: normalizeSecret,
  },
  {
    ...BUILTIN,
    group: '',
    plural: 'events',
    singular: 'event',
    kind: 'Event',
    listKind: 'EventList',
    namespaced: true,
    shortNames: ['ev'],
    selectableFields: [
      'involvedObject.kind',
      'involvedObject.namespace',
      'involvedObject.name',
      'involvedObject.uid',
      'involvedObject.apiVersion',
      'reason',
      'type',
    ],
  },
  {
    ...BUILTIN,
    group: CRD_GROUP,
    plural: 'customresourcedefinitions',
    singular: 'customresourcedefinition',
    kind: 'CustomResourceDefinition',
    listKind: 'CustomResourceDefinitionList',
    namespaced: false,
    shortNames: ['crd', 'crds'],
    categories: ['api-extensions'],
    hasStatus: true,
    hasGeneration: true,
    prepare: object => ({
      ...object,
      status: crdStatus(object, object.metadata.creationTimestamp),
    }),
    validate: validateCrd,
  },
];
