import {
  type RegistrationProblem,
  shellWord,
} from '@openchoreo-planes/backstage-plugin-planes-common';
import { excerpt } from './problemsOfFailure';

interface SecretName {
  readonly namespace: string;
  readonly name: string;
}

/** The Secret of a plane that was refused is gone again. */
export function secretRolledBack(secret: SecretName): RegistrationProblem {
  return {
    code: 'secret-rolled-back',
    severity: 'info',
    message: `${title(
      secret,
    )}, which had been created for the plane, was deleted again.`,
  };
}

/** The Secret of a plane that was refused is still there. */
export function secretLeft(
  secret: SecretName,
  why: string,
): RegistrationProblem {
  return {
    code: 'secret-left',
    severity: 'warning',
    message: `${title(
      secret,
    )}, which had been created for the plane, is still there, for it could not be deleted: ${excerpt(
      why,
    )}`,
    remedy: `Delete it by hand: ${deleteCommand(secret)}`,
  };
}

/** It is not known whether the plane is there, so that its Secret has to stay. */
export function secretKept(secret: SecretName): RegistrationProblem {
  return {
    code: 'secret-kept',
    severity: 'warning',
    message: `${title(
      secret,
    )} was created and is left as it is, because the plane may have been written and would need it.`,
    remedy: `If the fleet page does not show the plane within a minute, delete the Secret: ${deleteCommand(
      secret,
    )}`,
  };
}

/** It is not known whether the Secret is there; the plane is not. */
export function secretUncertain(secret: SecretName): RegistrationProblem {
  return {
    code: 'secret-uncertain',
    severity: 'warning',
    message: `${title(
      secret,
    )} may have been created nevertheless; the plane was not written.`,
    remedy: `If it is there, delete it: ${deleteCommand(secret)}`,
  };
}

/** The Secret stays where its plane is deleted. */
export function secretNotOwned(
  secret: SecretName,
  why: string,
): RegistrationProblem {
  return {
    code: 'secret-not-owned',
    severity: 'warning',
    message: `The plane is written, but Kubernetes will not delete ${title(
      secret,
    )} together with it: ${excerpt(why)}`,
    remedy: `When you delete the plane, delete the Secret too: ${deleteCommand(
      secret,
    )}`,
  };
}

function title({ namespace, name }: SecretName): string {
  return `Secret ${namespace}/${name}`;
}

function deleteCommand({ namespace, name }: SecretName): string {
  return `kubectl delete secret ${shellWord(name)} -n ${shellWord(namespace)}`;
}
