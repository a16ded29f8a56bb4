import { unknownFieldWarnings } from './decodeObject';
import { WriteOptions } from './WriteRequest';

function finalizerWarnings(
  finalizers: readonly string[],
  known: readonly string[],
): string[] {
  return finalizers
    .filter(finalizer => !known.includes(finalizer) && !finalizer.includes('/'))
    .map(
      finalizer =>
        `metadata.finalizers: ${JSON.stringify(
          finalizer,
        )}: prefer a domain-qualified finalizer name to avoid accidental conflicts with other finalizer writers`,
    );
}

/** What is accepted, but worth a word. */
export function writeWarnings(
  { fieldValidation }: WriteOptions,
  unknownFields: readonly string[],
  finalizers: readonly string[] = [],
  knownFinalizers: readonly string[] = [],
): string[] {
  return [
    ...(fieldValidation === 'Warn' ? unknownFieldWarnings(unknownFields) : []),
    ...finalizerWarnings(finalizers, knownFinalizers),
  ];
}
