// The version of zod that the scaffolder takes schemas of.
import type { z as zod } from 'zod/v3';

/** The fields of a registration, as a template gives them. The planes plugin checks them, so that the rules are the same everywhere. */
export function registrationInput(z: typeof zod) {
  const secretKeyRef = z.object({
    name: z.string(),
    key: z.string().optional().describe('ca.crt unless given'),
    namespace: z.string().optional(),
  });
  return {
    controlPlane: z
      .string()
      .optional()
      .describe(
        "The control plane's name in openchoreo.controlPlanes; default unless given",
      ),
    kind: z
      .string()
      .describe('The kind of plane, for example ClusterDataPlane'),
    namespace: z
      .string()
      .optional()
      .describe('The Kubernetes namespace; none for Cluster kinds'),
    name: z.string().describe("The name of the plane's resource"),
    displayName: z.string().optional().describe('What people call it'),
    description: z.string().optional(),
    owner: z
      .string()
      .optional()
      .describe('The entity reference of its owner in the catalog'),
    planeID: z
      .string()
      .optional()
      .describe(
        'What the agent was installed with as clusterAgent.planeID; the name unless given, and required for Cluster kinds',
      ),
    agentCA: z
      .object({
        value: z
          .string()
          .optional()
          .describe('PEM text of the CA that signed the certificate'),
        storeIn: secretKeyRef
          .optional()
          .describe('A Secret to be created with it, instead of inline'),
        secretKeyRef: secretKeyRef
          .optional()
          .describe('The Secret that holds it already'),
      })
      .describe(
        "The CA that signed the agent's certificate: value or secretKeyRef",
      ),
    secretStore: z
      .string()
      .optional()
      .describe("A ClusterSecretStore in the plane's cluster"),
    observabilityPlaneRef: z
      .object({
        kind: z.enum(['ObservabilityPlane', 'ClusterObservabilityPlane']),
        name: z.string(),
      })
      .optional(),
    observerURL: z
      .string()
      .optional()
      .describe('Of an observability plane: the observer, for browsers'),
    rcaAgentURL: z.string().optional(),
    finOpsAgentURL: z.string().optional(),
    gateway: z
      .record(z.unknown())
      .optional()
      .describe('Of a data plane: its gateways, as in spec.gateway'),
    imagePullSecretRefs: z.array(z.string()).optional(),
  };
}
