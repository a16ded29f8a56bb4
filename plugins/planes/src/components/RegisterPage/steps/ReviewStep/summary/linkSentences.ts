import {
  isPlaneKind,
  planeKindInfo,
  RegistrationField,
  RegistrationValues,
} from '@openchoreo-planes/backstage-plugin-planes-common';
import { Sentence } from './Sentence';

function secretStore(values: RegistrationValues): Sentence {
  const { kind, secretStore: store } = values;
  const readers =
    isPlaneKind(kind) && planeKindInfo(kind).planeType === 'workflow'
      ? 'Workflow runs'
      : 'Workloads';
  return store
    ? [`${readers} read secrets from `, { name: store }, '.']
    : [`${readers} cannot read secrets, since no secret store is named.`];
}

function observabilityPlane(values: RegistrationValues): Sentence {
  const kind = values['observabilityPlaneRef.kind'];
  const name = values['observabilityPlaneRef.name'];
  return name
    ? ['It reports to ', { name: [kind, name].filter(Boolean).join(' ') }, '.']
    : [
        'It names no observability plane, so OpenChoreo takes the one called ',
        { name: 'default' },
        ', if there is one.',
      ];
}

const ADDRESSES: readonly [RegistrationField, string][] = [
  ['observerURL', 'Logs, metrics and traces are read at '],
  ['rcaAgentURL', 'Its agent for root causes is at '],
  ['finOpsAgentURL', 'Its agent for costs is at '],
];

const GATEWAYS = [
  ['gateway.ingress.external', 'Requests from outside come in through '],
  ['gateway.ingress.internal', 'Requests from within come in through '],
  ['gateway.egress.external', 'Requests to the outside go out through '],
  ['gateway.egress.internal', 'Requests to the inside go out through '],
] as const;

function gateways(values: RegistrationValues): Sentence[] {
  return GATEWAYS.flatMap(([path, words]) => {
    const name = values[`${path}.name`];
    const namespace = values[`${path}.namespace`];
    return name
      ? [
          [
            `${words}Gateway `,
            { name: [namespace, name].filter(Boolean).join('/') },
            '.',
          ],
        ]
      : [];
  });
}

/** What the plane uses of others, and where it is found; only of what its kind has. */
export function linkSentences(
  values: RegistrationValues,
  hasField: (path: string) => boolean,
): Sentence[] {
  const pullSecrets = values.imagePullSecretRefs;
  return [
    ...(hasField('secretStoreRef') ? [secretStore(values)] : []),
    ...(hasField('observabilityPlaneRef') ? [observabilityPlane(values)] : []),
    ...ADDRESSES.flatMap(([field, words]): Sentence[] => {
      const url = values[field];
      return url ? [[words, { name: url }, '.']] : [];
    }),
    ...gateways(values),
    ...(pullSecrets
      ? [['It pulls images with ', { name: pullSecrets }, '.']]
      : []),
  ];
}
