import {
  formatPlaneRef,
  type PlaneRegistration,
  type RegistrationProblem,
} from '@openchoreo-planes/backstage-plugin-planes-common';
import type { ResourceFailure } from '@openchoreo-planes/backstage-plugin-planes-node';
import { fieldOfPlanePath, fieldOfSecretPath } from './fieldOfPath';
import { secretOf } from './secretOf';

/** Which resource the API server was asked to write. */
export type WriteTarget = 'plane' | 'secret';

type Cause = ResourceFailure['causes'][number];

const MAX_LENGTH = 300;
/** Of these, a message may quote what must not be quoted. */
const UNQUOTED = /clientCA(?:$|\.value)|^(?:data|stringData)\b/;
/** What the API server says of the rules that it did not get to. */
const NO_FIELD = '<nil>';

/**
 * What the API server's refusal means for the fields of a registration; nothing where it did not answer at all.
 *
 * @param target - the resource that it refused
 */
export function problemsOfFailure(
  failure: ResourceFailure,
  registration: PlaneRegistration,
  target: WriteTarget,
): RegistrationProblem[] {
  switch (failure.reason) {
    case 'invalid':
      return problemsOfCauses(failure, registration, target);
    case 'already-exists':
      return [alreadyExists(registration, target)];
    case 'not-found':
      return [namespaceNotFound(registration, target)];
    case 'not-served':
      return [notServed(registration, target)];
    case 'forbidden':
      return [forbidden(failure, registration, target)];
    case 'conflict':
      return [
        error('changed-meanwhile', {
          message: `Somebody else has changed ${formatPlaneRef(
            registration,
          )} meanwhile.`,
          remedy: 'Look at what it is now, and make your change again.',
        }),
      ];
    default:
      return [];
  }
}

function problemsOfCauses(
  failure: ResourceFailure,
  registration: PlaneRegistration,
  target: WriteTarget,
): RegistrationProblem[] {
  const fieldOf = (path: string) =>
    target === 'plane'
      ? fieldOfPlanePath(path, registration)
      : fieldOfSecretPath(path);
  const causes = failure.causes.filter(({ field }) => field !== NO_FIELD);
  if (causes.length === 0) {
    return [
      error('refused', {
        message: `The API server refuses ${nameOf(
          registration,
          target,
        )}: ${excerpt(failure.message)}`,
        remedy: 'Compare the manifest with what the control plane expects.',
      }),
    ];
  }
  return causes.map(cause => ({
    ...problemOfCause(cause),
    field: cause.field === undefined ? undefined : fieldOf(cause.field),
  }));
}

function problemOfCause({
  field,
  reason,
  message,
}: Cause): RegistrationProblem {
  if (reason === 'FieldUnknown') {
    return error('field-unknown', {
      message: `The control plane does not know the field ${field ?? ''}.`,
      remedy:
        'Leave this empty, or read the kinds of the control plane again: they may have changed.',
    });
  }
  const where = field === undefined ? '' : ` ${field}`;
  if (reason === 'FieldValueRequired') {
    return error('field-required', {
      message: `The control plane requires${where || ' more'}.`,
      remedy: 'Fill this in.',
    });
  }
  const why =
    field !== undefined && UNQUOTED.test(field)
      ? 'its value is not right.'
      : excerpt(message);
  return error('field-invalid', {
    message: `The API server refuses${where}: ${why}`,
    remedy: 'Correct this.',
  });
}

function alreadyExists(
  registration: PlaneRegistration,
  target: WriteTarget,
): RegistrationProblem {
  return target === 'plane'
    ? error('name-taken', {
        field: 'name',
        message: `There is a ${formatPlaneRef(
          registration,
        )} already, and it is never overwritten.`,
        remedy: 'Choose another name, or change that plane instead.',
      })
    : error('secret-name-taken', {
        field: 'agentCA.storeIn.name',
        message: `There is a ${nameOf(
          registration,
          target,
        )} already, and it is never overwritten.`,
        remedy:
          'Choose another name, or refer to that Secret if it holds the agent CA.',
      });
}

function namespaceNotFound(
  registration: PlaneRegistration,
  target: WriteTarget,
): RegistrationProblem {
  const namespace =
    target === 'plane'
      ? registration.namespace
      : secretOf(registration)?.namespace;
  return error('namespace-not-found', {
    field: target === 'plane' ? 'namespace' : 'agentCA.storeIn.namespace',
    message: `Control plane "${registration.controlPlane}" has no namespace "${
      namespace ?? ''
    }".`,
    remedy: `Choose another namespace, or create it: kubectl create namespace ${
      namespace ?? ''
    }`,
  });
}

function notServed(
  { controlPlane, kind }: PlaneRegistration,
  target: WriteTarget,
): RegistrationProblem {
  return error('kind-not-served', {
    field: target === 'plane' ? 'kind' : 'agentCA.storeIn.name',
    message: `Control plane "${controlPlane}" does not serve ${
      target === 'plane' ? kind : 'Secrets'
    }.`,
    remedy:
      'Choose a kind that it serves, or install the CustomResourceDefinitions of the OpenChoreo release that has it.',
  });
}

function forbidden(
  failure: ResourceFailure,
  registration: PlaneRegistration,
  target: WriteTarget,
): RegistrationProblem {
  return error('portal-forbidden', {
    message: `The portal itself, whoever its user is, may not write ${nameOf(
      registration,
      target,
    )} in control plane "${registration.controlPlane}": ${excerpt(
      failure.message,
    )}`,
    remedy:
      "Give the portal's service account the rights of docs/manifests/rbac-registration.yaml, or apply the manifest yourself.",
  });
}

/** The resource that was to be written, for a person. */
export function nameOf(
  registration: PlaneRegistration,
  target: WriteTarget,
): string {
  if (target === 'plane') {
    return formatPlaneRef(registration);
  }
  const { namespace = '', name = '' } = secretOf(registration) ?? {};
  return `Secret ${namespace}/${name}`;
}

function error(
  code: string,
  problem: Omit<RegistrationProblem, 'code' | 'severity'>,
): RegistrationProblem {
  return { code, severity: 'error', ...problem };
}

/** A text of the API server's as the end of a sentence; what looks like PEM is not passed on. */
export function excerpt(text: string): string {
  const [line] = text.replace(/-----BEGIN[^]*$/, '…').split('\n');
  const short =
    line.length > MAX_LENGTH ? `${line.slice(0, MAX_LENGTH)}…` : line;
  return /[.?!…]$/.test(short) ? short : `${short}.`;
}
