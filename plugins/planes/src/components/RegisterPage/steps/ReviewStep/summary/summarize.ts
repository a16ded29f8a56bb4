import {
  CertificateFacts,
  isPlaneKind,
  planeKindInfo,
  RegistrationValues,
} from '@openchoreo-planes/backstage-plugin-planes-common';
import { agentSentence } from './agentSentence';
import { linkSentences } from './linkSentences';
import { Sentence } from './Sentence';

/** What a summary says besides the values. */
export interface SummaryContext {
  /** The certificates that agents are verified by, where the values hold some. */
  certificates: readonly CertificateFacts[];
  /** Whether the kind has a field of `spec`. */
  hasField: (path: string) => boolean;
}

function identity(values: RegistrationValues): Sentence {
  const { kind, name, namespace, displayName } = values;
  const info = isPlaneKind(kind) ? planeKindInfo(kind) : undefined;
  const label = info ? info.label.toLowerCase() : 'plane';
  const article = /^[aeiou]/.test(label) ? 'An' : 'A';
  const reach: Sentence =
    info?.scope === 'Cluster'
      ? [' for all namespaces']
      : [' for namespace ', { name: namespace ?? 'not chosen yet' }];
  return [
    `${article} ${label} `,
    { name: name ?? 'without a name' },
    ...(displayName ? [', shown as ', { name: displayName }, ','] : []),
    ...reach,
    ...(values.controlPlane
      ? [' on control plane ', { name: values.controlPlane }]
      : []),
    '.',
  ];
}

/** What registering a plane with these values means, sentence by sentence. */
export function summarize(
  values: RegistrationValues,
  context: SummaryContext,
): Sentence[] {
  return [
    identity(values),
    ...(values.owner ? [['It belongs to ', { name: values.owner }, '.']] : []),
    agentSentence(values, context.certificates),
    ...linkSentences(values, context.hasField),
  ];
}
