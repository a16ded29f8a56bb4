import { isPlaneKind, PLANE_KINDS } from '../model/kinds';
import { isValidPlaneID } from '../model/planeID';
import { SECRET_KEY } from '../parse/parseAgentCA';
import {
  ENTITY_REF,
  MAX_DESCRIPTION_LENGTH,
  MAX_TITLE_LENGTH,
} from '../parse/parseMetadata';
import { HTTP_URL, MAX_URL_LENGTH } from '../parse/parseObserverURLs';
import { readToken } from '../parse/readers';
import { redact } from '../parse/redact';
import { cleanText } from '../parse/text';
import { isDNSLabel, isDNSSubdomain, isHost } from './kubernetesNames';

/** What makes a value of a registration right, and the words for one that is not. */
export interface RegistrationRule {
  /** The problem's code is this and `-missing` or `-invalid`. */
  readonly code: string;
  /** What the value is, to begin a sentence with. */
  readonly what: string;
  /** What a right value is, as an instruction. */
  readonly remedy: string;
  /** Whether a message may quote a wrong value. */
  readonly quotable?: boolean;
  readonly isValid: (value: unknown) => boolean;
}

function text(isValid: (value: string) => boolean) {
  return (value: unknown) => typeof value === 'string' && isValid(value);
}

function objectName(code: string, what: string): RegistrationRule {
  return {
    code,
    what,
    remedy:
      'Use at most 253 lower-case letters, digits, hyphens and dots; each part between dots begins and ends with a letter or digit.',
    quotable: true,
    isValid: text(isDNSSubdomain),
  };
}

function namespace(code: string, what: string): RegistrationRule {
  return {
    code,
    what,
    remedy:
      'Use at most 63 lower-case letters, digits and hyphens, beginning and ending with a letter or digit.',
    quotable: true,
    isValid: text(isDNSLabel),
  };
}

/** A text for people that the catalog shows as it is. */
function isPlainText(value: string, maxLength: number): boolean {
  return (
    value.trim() !== '' &&
    cleanText(value, maxLength) === value.trim() &&
    redact(value) === value
  );
}

function isURLWithoutCredentials(value: string): boolean {
  if (
    value.length > MAX_URL_LENGTH ||
    !HTTP_URL.test(value) ||
    !URL.canParse(value)
  ) {
    return false;
  }
  const { username, password } = new URL(value);
  return username === '' && password === '';
}

function url(code: string, what: string): RegistrationRule {
  return {
    code,
    what,
    remedy:
      'Give an http or https URL without user name and password that the browsers of your developers can reach.',
    isValid: text(isURLWithoutCredentials),
  };
}

/** The rules for the values of a registration by themselves. */
export const REGISTRATION_RULES = {
  controlPlane: {
    code: 'control-plane',
    what: 'The control plane',
    remedy: 'Name one of the control planes of the portal.',
    quotable: true,
    isValid: text(
      value => value.trim() !== '' && cleanText(value, 253) === value,
    ),
  },
  kind: {
    code: 'kind',
    what: 'The kind',
    remedy: `Use one of ${PLANE_KINDS.map(({ kind }) => kind).join(', ')}.`,
    quotable: true,
    isValid: isPlaneKind,
  },
  namespace: namespace('namespace', 'The namespace'),
  name: objectName('name', 'The name'),
  displayName: {
    code: 'display-name',
    what: 'The display name',
    remedy: `Use one line of at most ${MAX_TITLE_LENGTH} characters without control characters and credentials.`,
    isValid: text(
      value => isPlainText(value, MAX_TITLE_LENGTH) && !/[\n\t]/.test(value),
    ),
  },
  description: {
    code: 'description',
    what: 'The description',
    remedy: `Use at most ${MAX_DESCRIPTION_LENGTH} characters without control characters and credentials.`,
    isValid: text(value => isPlainText(value, MAX_DESCRIPTION_LENGTH)),
  },
  owner: {
    code: 'owner',
    what: 'The owner',
    remedy:
      'Give the reference of a group or user in the catalog, such as group:default/platform.',
    quotable: true,
    isValid: value => readToken(value, ENTITY_REF, 200) !== undefined,
  },
  planeID: {
    code: 'plane-id',
    what: 'The planeID',
    remedy:
      'Use at most 63 lower-case letters, digits and hyphens, beginning and ending with a letter or digit.',
    quotable: true,
    isValid: text(isValidPlaneID),
  },
  secretName: objectName('secret-name', 'The name of the Secret'),
  secretKey: {
    code: 'secret-key',
    what: 'The key in the Secret',
    remedy:
      'Use at most 253 letters, digits, hyphens, underscores and dots, for example ca.crt.',
    quotable: true,
    isValid: value =>
      readToken(value, SECRET_KEY, 253) !== undefined &&
      !/^\.(\.|$)/.test(String(value)),
  },
  secretNamespace: namespace('secret-namespace', 'The namespace of the Secret'),
  secretStore: objectName('secret-store', 'The name of the secret store'),
  observabilityPlaneKind: {
    code: 'observability-plane-kind',
    what: 'The kind of the observability plane',
    remedy: 'Use ObservabilityPlane or ClusterObservabilityPlane.',
    quotable: true,
    isValid: value =>
      value === 'ObservabilityPlane' || value === 'ClusterObservabilityPlane',
  },
  observabilityPlaneName: {
    ...namespace(
      'observability-plane-name',
      'The name of the observability plane',
    ),
  },
  observerURL: url('observer-url', 'The observer URL'),
  rcaAgentURL: url('rca-agent-url', 'The URL of the RCA agent'),
  finOpsAgentURL: url('fin-ops-agent-url', 'The URL of the FinOps agent'),
  imagePullSecret: objectName(
    'image-pull-secret-ref',
    'The name of an image pull secret',
  ),
  gatewayName: objectName('gateway-name', 'The name of the Gateway'),
  gatewayNamespace: namespace(
    'gateway-namespace',
    'The namespace of the Gateway',
  ),
  port: {
    code: 'gateway-port',
    what: 'The port of the listener',
    remedy: 'Use a whole number from 1 to 65535.',
    quotable: true,
    isValid: value =>
      typeof value === 'number' &&
      Number.isInteger(value) &&
      value >= 1 &&
      value <= 65_535,
  },
  host: {
    code: 'gateway-host',
    what: 'The host of the listener',
    remedy:
      'Give a host name without scheme, port and path, such as apps.example.com.',
    quotable: true,
    isValid: text(isHost),
  },
  listenerName: objectName('gateway-listener-name', 'The listener name'),
} as const satisfies { [name: string]: RegistrationRule };

/** The name of one of {@link REGISTRATION_RULES}. */
export type RegistrationRuleName = keyof typeof REGISTRATION_RULES;

/** Finds a rule by a name that may be any. */
export function registrationRule(name: unknown): RegistrationRule | undefined {
  const found = Object.entries(REGISTRATION_RULES).find(
    ([ruleName]) => ruleName === name,
  );
  return found?.[1];
}
