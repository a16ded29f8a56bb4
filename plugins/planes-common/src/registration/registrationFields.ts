const DIRECTIONS = ['ingress', 'egress'] as const;
const EXPOSURES = ['external', 'internal'] as const;
const PROTOCOLS = ['http', 'https', 'tls'] as const;

/** A place in a data plane's gateway. @public */
export type GatewayEndpointField = `gateway.${'ingress' | 'egress'}.${
  | 'external'
  | 'internal'}`;

/** A value of a registration that a person types or chooses, by its path. @public */
export type RegistrationField =
  | 'controlPlane'
  | 'kind'
  | 'namespace'
  | 'name'
  | 'displayName'
  | 'description'
  | 'owner'
  | 'planeID'
  | 'agentCA.source'
  | 'agentCA.value'
  | `agentCA.${'storeIn' | 'secretKeyRef'}.${'name' | 'key' | 'namespace'}`
  | 'secretStore'
  | `observabilityPlaneRef.${'kind' | 'name'}`
  | 'observerURL'
  | 'rcaAgentURL'
  | 'finOpsAgentURL'
  | 'imagePullSecretRefs'
  | `${GatewayEndpointField}.${'name' | 'namespace'}`
  | `${GatewayEndpointField}.${'http' | 'https' | 'tls'}.${
      | 'port'
      | 'host'
      | 'listenerName'}`;

const endpoints = DIRECTIONS.flatMap(direction =>
  EXPOSURES.map(
    (exposure): GatewayEndpointField => `gateway.${direction}.${exposure}`,
  ),
);

/** Every {@link RegistrationField}, in the order in which a person fills them in. @public */
export const REGISTRATION_FIELDS: readonly RegistrationField[] = [
  'controlPlane',
  'kind',
  'namespace',
  'name',
  'displayName',
  'description',
  'owner',
  'planeID',
  'agentCA.source',
  'agentCA.value',
  'agentCA.storeIn.namespace',
  'agentCA.storeIn.name',
  'agentCA.storeIn.key',
  'agentCA.secretKeyRef.namespace',
  'agentCA.secretKeyRef.name',
  'agentCA.secretKeyRef.key',
  'secretStore',
  'observabilityPlaneRef.kind',
  'observabilityPlaneRef.name',
  'observerURL',
  'rcaAgentURL',
  'finOpsAgentURL',
  'imagePullSecretRefs',
  ...endpoints.flatMap((endpoint): RegistrationField[] => [
    `${endpoint}.name`,
    `${endpoint}.namespace`,
    ...PROTOCOLS.flatMap((protocol): RegistrationField[] => [
      `${endpoint}.${protocol}.port`,
      `${endpoint}.${protocol}.host`,
      `${endpoint}.${protocol}.listenerName`,
    ]),
  ]),
];

const known = new Set<string>(REGISTRATION_FIELDS);

/** Whether a path is a {@link RegistrationField}. @public */
export function isRegistrationField(path: string): path is RegistrationField {
  return known.has(path);
}

/** The values of a form for a registration, as typed; what is absent or empty is not given. @public */
export type RegistrationValues = {
  readonly [F in RegistrationField]?: string;
};
