import { readCertificates } from '../certificates/readCertificates';
import { planeKindInfo } from '../model/kinds';
import { SecretKeyRef } from '../model/plane';
import { isValidPlaneID } from '../model/planeID';
import { PlaneRegistration } from './PlaneRegistration';
import { quote } from './quote';
import { RegistrationProblem } from './RegistrationProblem';
import { REGISTRATION_RULES } from './registrationRules';

type Values = Partial<PlaneRegistration>;

function error(
  code: string,
  field: string,
  message: string,
  remedy: string,
): RegistrationProblem {
  return { code, severity: 'error', field, message, remedy };
}

/** The problem that a plane has no planeID and its kind wants one. */
export function planeIDMissing(kind: string): RegistrationProblem {
  return error(
    'plane-id-missing',
    'planeID',
    `A ${kind} must state its planeID.`,
    'Give the planeID with which the agent is installed (clusterAgent.planeID of its Helm chart).',
  );
}

function* namespaceProblems(
  values: Values,
  isCluster: boolean,
): Iterable<RegistrationProblem> {
  const { kind, namespace } = values;
  if (isCluster && namespace !== undefined) {
    yield error(
      'namespace-not-allowed',
      'namespace',
      `A ${kind} belongs to the whole cluster and has no namespace.`,
      'Leave the namespace out, or choose the kind without "Cluster".',
    );
  }
  if (!isCluster && namespace === undefined) {
    yield error(
      'namespace-missing',
      'namespace',
      `A ${kind} needs a namespace.`,
      'Name the namespace of the control plane in which its projects are.',
    );
  }
}

function* planeIDProblems(
  values: Values,
  isCluster: boolean,
): Iterable<RegistrationProblem> {
  const { kind = '', name, planeID } = values;
  if (planeID !== undefined) {
    return;
  }
  if (isCluster) {
    yield planeIDMissing(kind);
  } else if (name !== undefined && !isValidPlaneID(name)) {
    yield error(
      'plane-id-invalid',
      'planeID',
      `Without a planeID the name ${quote(
        name,
      )} stands for it, and that is no valid planeID.`,
      `Give a planeID. ${REGISTRATION_RULES.planeID.remedy}`,
    );
  }
}

function secretRef(
  values: Values,
): { field: string; ref: SecretKeyRef } | undefined {
  const { agentCA } = values;
  if (agentCA?.source === 'secret') {
    return { field: 'agentCA.secretKeyRef', ref: agentCA.secretKeyRef };
  }
  return agentCA?.storeIn
    ? { field: 'agentCA.storeIn', ref: agentCA.storeIn }
    : undefined;
}

function* secretProblems(values: Values): Iterable<RegistrationProblem> {
  const secret = secretRef(values);
  if (secret && secret.ref.namespace === undefined) {
    yield error(
      'agent-ca-secret-without-namespace',
      `${secret.field}.namespace`,
      `The namespace of Secret "${secret.ref.name}" is missing, and a ${values.kind} has none in which it would be looked up.`,
      'Name the namespace of the Secret.',
    );
  }
}

/** What is wrong with the agent CA in any kind of plane: it never may be a private key. */
function* privateKeyProblems(values: Values): Iterable<RegistrationProblem> {
  const { agentCA } = values;
  if (
    agentCA?.source === 'inline' &&
    readCertificates(agentCA.value).containsPrivateKey
  ) {
    yield error(
      'agent-ca-private-key',
      'agentCA.value',
      'This holds a private key, which must stay with its owner; only the certificate of the CA belongs here.',
      'Paste the CA certificate alone, and replace the key wherever others may have seen it.',
    );
  }
}

function* observabilityProblems(
  values: Values,
  isCluster: boolean,
): Iterable<RegistrationProblem> {
  if (
    isCluster &&
    values.observabilityPlaneRef?.kind === 'ObservabilityPlane'
  ) {
    yield error(
      'observability-plane-kind-invalid',
      'observabilityPlaneRef.kind',
      `A ${values.kind} cannot refer to an ObservabilityPlane, which belongs to one namespace.`,
      'Refer to a ClusterObservabilityPlane.',
    );
  }
}

/**
 * What is wrong with values in relation to one another.
 *
 * @param values - those that are right by themselves
 * @param given - the names of all that are given, also of those that are wrong by themselves
 */
export function relationProblems(
  values: Values,
  given: ReadonlySet<string>,
): RegistrationProblem[] {
  const problems = [...privateKeyProblems(values)];
  if (values.kind === undefined) {
    return problems;
  }
  const { scope, planeType } = planeKindInfo(values.kind);
  const isCluster = scope === 'Cluster';
  problems.push(
    ...namespaceProblems(values, isCluster),
    ...planeIDProblems(values, isCluster),
    ...(isCluster ? secretProblems(values) : []),
    ...observabilityProblems(values, isCluster),
  );
  if (planeType === 'observability' && values.observerURL === undefined) {
    problems.push(
      error(
        'observer-url-missing',
        'observerURL',
        `A ${values.kind} must state its observer URL.`,
        REGISTRATION_RULES.observerURL.remedy,
      ),
    );
  }
  // A value that is wrong by itself is not missing.
  return problems.filter(
    ({ code, field = '' }) => !(code.endsWith('-missing') && given.has(field)),
  );
}
