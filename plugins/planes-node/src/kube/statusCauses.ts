import type { KubernetesStatus } from './kubernetesStatus';
import { oneLine } from './oneLine';
import { withoutContents } from './withoutContents';

/** One thing that is wrong with an object, as a Kubernetes API put it. */
export interface KubernetesCause {
  /** The path in the object, for example `spec.planeID`. */
  readonly field?: string;
  /** For example `FieldValueRequired`. */
  readonly reason?: string;
  readonly message: string;
}

const STRICT = 'strict decoding error:';
const UNKNOWN_FIELD = /unknown field "((?:[^"\\]|\\.)*)"/g;
const NO_FIELD = '<nil>';
const NOT_ALL_CHECKED = 'some validation rules were not checked';

/**
 * What is wrong with an object: the causes of a `Status`, or the unknown fields that only its message names.
 *
 * @remarks
 * An API server checks the rules of an update twice, and names each cause twice.
 */
export function statusCauses(
  status: KubernetesStatus,
): readonly KubernetesCause[] {
  const causes = [
    ...unknownFields(status.message ?? ''),
    ...(status.details?.causes ?? [])
      .filter(({ message }) => !message?.includes(NOT_ALL_CHECKED))
      .map(({ field, reason, message }) => ({
        ...(field && field !== NO_FIELD && { field: clean(field) }),
        ...(reason && { reason }),
        message: clean(message || reason || 'no further explanation'),
      })),
  ];
  const distinct = new Map(
    causes.map(cause => [JSON.stringify(cause), cause] as const),
  );
  return [...distinct.values()];
}

function unknownFields(message: string): KubernetesCause[] {
  const start = message.indexOf(STRICT);
  return start < 0
    ? []
    : Array.from(message.slice(start).matchAll(UNKNOWN_FIELD), match => ({
        field: clean(match[1] ?? ''),
        reason: 'FieldUnknown',
        message: clean(match[0]),
      }));
}

function clean(text: string): string {
  return oneLine(withoutContents(text));
}
