import { z } from 'zod';
import { PLANE_KINDS, PlaneKind } from '../model/kinds';
import { Plane, PlaneRef } from '../model/plane';
import { findingSchema } from './findingSchema';

/** A plane's kind, in an API answer. @public */
export const planeKindSchema: z.ZodType<PlaneKind> = z.enum(
  PLANE_KINDS.map(info => info.kind),
);

/** {@link PlaneRef} in an API answer. @public */
export const planeRefSchema: z.ZodType<PlaneRef> = z.object({
  controlPlane: z.string(),
  kind: planeKindSchema,
  namespace: z.string().optional(),
  name: z.string(),
});

const certificateFacts = z.object({
  subject: z.string(),
  issuer: z.string(),
  fingerprint: z.string(),
  notBefore: z.string(),
  notAfter: z.string(),
  isCA: z.boolean(),
  selfSigned: z.boolean(),
});

const secretKeyRef = z.object({
  name: z.string(),
  key: z.string(),
  namespace: z.string().optional(),
});

const agentCA = z.union([
  z.object({ source: z.literal('none') }),
  z.object({
    source: z.literal('inline'),
    certificates: z.tuple([]),
    problem: z.enum(['base64-encoded', 'private-key', 'not-pem']),
  }),
  z.object({
    source: z.literal('inline'),
    certificates: z.array(certificateFacts),
  }),
  z.object({ source: z.literal('secret'), secretKeyRef }),
]);

const condition = z.object({
  type: z.string(),
  status: z.enum(['True', 'False', 'Unknown']),
  reason: z.string().optional(),
  message: z.string().optional(),
  lastTransitionTime: z.string().optional(),
  observedGeneration: z.number().optional(),
});

const agentConnection = z.object({
  connected: z.boolean(),
  connectedAgents: z.number(),
  lastConnectedTime: z.string().optional(),
  lastDisconnectedTime: z.string().optional(),
  lastHeartbeatTime: z.string().optional(),
  message: z.string().optional(),
});

const gatewayListener = z.object({
  direction: z.enum(['ingress', 'egress']),
  exposure: z.enum(['external', 'internal']),
  protocol: z.enum(['http', 'https', 'tls']),
  host: z.string().optional(),
  port: z.number().optional(),
  gateway: z
    .object({ name: z.string(), namespace: z.string().optional() })
    .optional(),
});

/** {@link Plane} in an API answer. @public */
export const planeSchema: z.ZodType<Plane> = z.object({
  ref: planeRefSchema,
  uid: z.string(),
  resourceVersion: z.string(),
  generation: z.number().optional(),
  observedGeneration: z.number().optional(),
  creationTimestamp: z.string().optional(),
  deletionTimestamp: z.string().optional(),
  finalizers: z.array(z.string()),
  planeType: z.enum(['data', 'workflow', 'observability']),
  gatewayPlaneType: z.enum([
    'dataplane',
    'workflowplane',
    'buildplane',
    'observabilityplane',
  ]),
  access: z.enum(['agent', 'credentials']),
  planeID: z.string(),
  planeIDValid: z.boolean(),
  displayName: z.string().optional(),
  description: z.string().optional(),
  owner: z.string().optional(),
  agentCA,
  secretStore: z.string().optional(),
  observabilityPlaneRef: z
    .object({ kind: z.string().optional(), name: z.string() })
    .optional(),
  registries: z.array(
    z.object({ prefix: z.string(), secretName: z.string().optional() }),
  ),
  gatewayListeners: z.array(gatewayListener),
  observerURL: z.string().optional(),
  rcaAgentURL: z.string().optional(),
  finOpsAgentURL: z.string().optional(),
  conditions: z.array(condition),
  agentConnection: agentConnection.optional(),
  findings: z.array(findingSchema),
});
