/** How a plane's cluster and the way to it can be, besides in order. */
export const PLANE_BEHAVIOURS = [
  'healthy',
  'wedged',
  'target-down',
  'forbidden',
  'argo-missing',
  'secret-store-missing',
  'secret-store-not-ready',
] as const;

/**
 * How a plane's cluster and the way to it are.
 *
 * - `healthy`: all in order
 * - `wedged`: the agent is connected and answers no request, so that the tunnel times out
 * - `target-down`: the agent cannot reach the API server of its cluster
 * - `forbidden`: the agent's service account may read nothing but the version
 * - `argo-missing`: the CustomResourceDefinitions of Argo Workflows are not installed
 * - `secret-store-missing`: there is no ClusterSecretStore
 * - `secret-store-not-ready`: the ClusterSecretStores are there, and their provider refuses them
 *
 * @public
 */
export type PlaneBehaviour = (typeof PLANE_BEHAVIOURS)[number];
