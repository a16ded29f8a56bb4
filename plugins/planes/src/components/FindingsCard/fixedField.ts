import {
  Finding,
  findingField,
  isRegistrationField,
  Plane,
  RegistrationField,
} from '@openchoreo-planes/backstage-plugin-planes-common';
import { stepOfField } from '../RegisterPage/form/steps';

/** Where a path of a registration stands for several values of the form, the one to begin with. */
const FIRST_VALUES: { [path: string]: RegistrationField | undefined } = {
  'agentCA.secretKeyRef': 'agentCA.secretKeyRef.namespace',
  // The form asks for kind and name in one field.
  'observabilityPlaneRef.kind': 'observabilityPlaneRef.name',
};

/** The value of the form that a finding about a plane asks to be changed. */
export function fixedField(
  { field }: Pick<Finding, 'field'>,
  plane: Pick<Plane, 'agentCA'>,
): RegistrationField | undefined {
  if (field === undefined) {
    return undefined;
  }
  const path = findingField(field, plane);
  const value = FIRST_VALUES[path] ?? path;
  return isRegistrationField(value) ? value : undefined;
}

/** The address of the form at the value that a finding asks to be changed; undefined where it has no such value. */
export function withFixedField(
  editHref: string,
  finding: Pick<Finding, 'field'>,
  plane: Pick<Plane, 'agentCA'>,
): string | undefined {
  const field = fixedField(finding, plane);
  return (
    field &&
    `${editHref}?${new URLSearchParams({ step: stepOfField(field), field })}`
  );
}
