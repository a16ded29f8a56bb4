import { isError } from '@backstage/errors';
import { KubernetesApiError, UnansweredWriteError } from './errors';

const NETWORK_ERRORS: Record<string, string> = {
  ECONNREFUSED: 'The API server refuses connections',
  ECONNRESET: 'The connection to the API server was cut',
  EPIPE: 'The connection to the API server was cut',
  ENOTFOUND: "The API server's host name cannot be resolved",
  EAI_AGAIN: "The API server's host name cannot be resolved at the moment",
  ETIMEDOUT: 'The API server did not answer in time',
  EHOSTUNREACH: 'There is no route to the API server',
  ENETUNREACH: 'There is no route to the API server',
  CERT_HAS_EXPIRED: "The API server's certificate has expired",
  DEPTH_ZERO_SELF_SIGNED_CERT:
    "The API server's certificate is not signed by the CA in the kubeconfig",
  SELF_SIGNED_CERT_IN_CHAIN:
    "The API server's certificate is not signed by the CA in the kubeconfig",
  UNABLE_TO_VERIFY_LEAF_SIGNATURE:
    "The API server's certificate is not signed by the CA in the kubeconfig",
  UNABLE_TO_GET_ISSUER_CERT_LOCALLY:
    "The API server's certificate is not signed by the CA in the kubeconfig",
  ERR_TLS_CERT_ALTNAME_INVALID:
    "The API server's certificate is for another host name",
};

/**
 * Says in plain words what went wrong with a request to the Kubernetes API.
 *
 * @remarks
 * Says nothing that the API server did not say itself: no headers, tokens or file contents.
 */
export function describeError(error: unknown): string {
  if (error instanceof KubernetesApiError) {
    return describeApiError(error);
  }
  if (error instanceof UnansweredWriteError) {
    return describeError(error.cause);
  }
  if (isError(error)) {
    return NETWORK_ERRORS[String(error.code)] ?? error.message;
  }
  return 'The request failed for an unknown reason';
}

function describeApiError(error: KubernetesApiError): string {
  switch (error.status) {
    case 401:
      return 'The API server does not accept our credentials (401): renew the token or certificate in the kubeconfig';
    case 403:
      return `The API server does not allow it (403): ${error.message}`;
    case 404:
      return 'The API server does not serve this resource (404)';
    default:
      return `The API server answered ${error.status}: ${error.message}`;
  }
}
