import {
  describeError,
  KubernetesApiError,
  oneLine,
  UnansweredWriteError,
} from '../kube';
import type { ResourceFailure } from './types';

/** What a request was about, for the sentences that tell of its failure. */
export interface RequestSubject {
  /** The resource, for example `DataPlane acme/eu-west`. */
  readonly resource: string;
  /** Where the resource would be. */
  readonly namespace?: string;
  /** The manifest in the documentation that grants what it needs; that for registration unless given. */
  readonly rights?: string;
  /** The request would change something: it is no read and no dry run. */
  readonly writes?: boolean;
}

const NOT_SERVED = '404 page not found';
const ADMISSION = /exceeded quota|denied the request|is being terminated/;
const MAY_BE_DONE =
  'the change may have been carried out all the same, so look before you repeat it';
const REGISTRATION_RIGHTS = 'docs/manifests/rbac-registration.yaml';

/** Says why the API server did not do what was asked. */
export function interpretFailure(
  error: unknown,
  subject: RequestSubject,
): ResourceFailure {
  if (error instanceof KubernetesApiError) {
    return { status: error.status, ...interpretAnswer(error, subject) };
  }
  const mayBeDone =
    subject.writes === true &&
    error instanceof UnansweredWriteError &&
    error.mayBeDone;
  return unavailable(describeError(error), mayBeDone);
}

function interpretAnswer(
  error: KubernetesApiError,
  subject: RequestSubject,
): ResourceFailure {
  const { status, reason, causes } = error;
  switch (status) {
    case 400:
    case 413:
    case 422:
      return invalid(error, subject);
    case 401:
      return {
        reason: 'forbidden',
        message: `${describeError(
          error,
        )}; they are those of the portal's own account, whoever its user is`,
        causes,
      };
    case 403:
      return ADMISSION.test(error.message)
        ? invalid(error, subject)
        : {
            reason: 'forbidden',
            message: `The portal's own account lacks a right in this control plane, whoever its user is: ${
              error.message
            }; the RBAC manifest in the plugins' documentation, ${
              subject.rights ?? REGISTRATION_RIGHTS
            }, grants what the portal needs`,
            causes,
          };
    case 404:
      return missing(error, subject);
    case 409:
      return reason === 'AlreadyExists'
        ? {
            reason: 'already-exists',
            message: `${subject.resource} exists already: choose another name, or change the one that is there`,
            causes,
          }
        : {
            reason: 'conflict',
            message: `${subject.resource} was changed or deleted by somebody else meanwhile: look at it again before you repeat the change`,
            causes,
          };
    default:
      return unavailable(
        describeError(error),
        subject.writes === true && status >= 500,
      );
  }
}

function invalid(
  error: KubernetesApiError,
  { resource, namespace }: RequestSubject,
): ResourceFailure {
  if (error.message.includes('is being terminated')) {
    const message = `The namespace '${namespace}' is being deleted: choose another`;
    const reason = 'NamespaceTerminating';
    return {
      reason: 'invalid',
      message,
      causes: [{ field: 'metadata.namespace', reason, message }],
    };
  }
  const said = error.causes
    .map(({ field, message }) => (field ? `${field}: ${message}` : message))
    .join('; ');
  return {
    reason: 'invalid',
    message: `The API server does not accept ${resource}: ${oneLine(
      said || error.message,
    )}`,
    causes: error.causes,
  };
}

function missing(
  error: KubernetesApiError,
  { resource }: RequestSubject,
): ResourceFailure {
  const { causes, details, message, reason } = error;
  if (details.kind === 'namespaces') {
    return {
      reason: 'not-found',
      message: `The namespace '${details.name}' does not exist in this control plane: create it, or choose another`,
      causes,
    };
  }
  if (reason !== undefined) {
    return {
      reason: 'not-found',
      message: `${resource} does not exist in this control plane: it was deleted, or never there`,
      causes,
    };
  }
  return message === NOT_SERVED
    ? {
        reason: 'not-served',
        message: `This control plane serves no resources of the kind of ${resource}: its OpenChoreo release does not have it, or is not installed`,
        causes,
      }
    : unavailable(
        `Something other than an API server answered 404: is the server in the kubeconfig the right one?`,
        false,
      );
}

function unavailable(message: string, mayBeDone: boolean): ResourceFailure {
  return {
    reason: 'unavailable',
    message: mayBeDone ? `${message}; ${MAY_BE_DONE}` : message,
    ...(mayBeDone && { mayBeDone }),
    causes: [],
  };
}

/** The failure of every request to a control plane that the configuration does not know. */
export function notConfigured(controlPlane: string): ResourceFailure {
  return {
    reason: 'unavailable',
    message: `The control plane '${controlPlane}' is not in 'openchoreo.controlPlanes'`,
    causes: [],
  };
}
