import {
  hasField,
  planeKindInfo,
  RegistrationField,
} from '@openchoreo-planes/backstage-plugin-planes-common';
import { agentCAFacts } from './agentCAFacts';
import {
  byBackend,
  CheckedForm,
  CheckResult,
  pending,
  RegistrationCheck,
  worst,
} from './registrationCheck';

function nameCheck(form: CheckedForm): CheckResult {
  if (!form.values.name) {
    return pending('Name: not given yet');
  }
  return (
    worst(form, field => field === 'name') ??
    byBackend(form, 'Name', 'Name is free on this control plane')
  );
}

function planeIDCheck(form: CheckedForm): CheckResult {
  const { values, served } = form;
  if (!served || !(values.planeID || values.name)) {
    return pending('planeID: not given yet');
  }
  const isCluster = planeKindInfo(served.kind).scope === 'Cluster';
  if (isCluster && !values.planeID) {
    return pending('planeID: not given yet');
  }
  const label = planeKindInfo(served.kind).label.toLowerCase();
  return (
    worst(form, field => field === 'planeID') ??
    byBackend(
      form,
      'planeID',
      `planeID is valid and not used by another ${label}`,
    )
  );
}

function agentCACheck(form: CheckedForm): CheckResult {
  const { values, nowMs } = form;
  const isSecret = values['agentCA.source'] === 'secret';
  const given = isSecret
    ? values['agentCA.secretKeyRef.name']
    : values['agentCA.value'];
  if (!given) {
    return pending('Agent CA: not given yet');
  }
  const problem = worst(form, field => field.startsWith('agentCA'));
  if (problem) {
    return problem;
  }
  return {
    status: 'passed',
    text: isSecret
      ? `CA comes from Secret ${given}`
      : agentCAFacts(given, nowMs),
  };
}

interface Link {
  id: RegistrationCheck['id'];
  /** The field of `spec` without which a kind has no such link. */
  specField: string;
  field: RegistrationField;
  /** What problems with it begin their field with. */
  problemsAt: string;
  label: string;
  passed: (value: string) => string;
}

const LINKS: readonly Link[] = [
  {
    id: 'secret-store',
    specField: 'secretStoreRef',
    field: 'secretStore',
    problemsAt: 'secretStore',
    label: 'Secret store',
    passed: value => `Secret store ${value} is named`,
  },
  {
    id: 'observability-plane',
    specField: 'observabilityPlaneRef',
    field: 'observabilityPlaneRef.name',
    problemsAt: 'observabilityPlaneRef',
    label: 'Observability plane',
    passed: value => `Observability plane ${value} is named`,
  },
  {
    id: 'observer-url',
    specField: 'observerURL',
    field: 'observerURL',
    problemsAt: 'observerURL',
    label: 'Observer URL',
    passed: () => 'Observer URL is valid',
  },
];

function linkCheck(form: CheckedForm, link: Link): CheckResult {
  const value = form.values[link.field];
  const problem = worst(form, field => field.startsWith(link.problemsAt));
  if (problem && (value || problem.status !== 'failed')) {
    return problem;
  }
  return value
    ? { status: 'passed', text: link.passed(value) }
    : pending(`${link.label}: not given yet`);
}

function dryRunCheck({ review }: CheckedForm): CheckResult {
  const subject = 'Dry run on the API server';
  switch (review?.dryRun.outcome) {
    case 'accepted':
      return { status: 'passed', text: `${subject}: accepted` };
    case 'refused':
      return {
        status: 'failed',
        text: review.dryRun.message ?? `${subject}: refused`,
      };
    case 'unavailable':
      return {
        status: 'warning',
        text: review.dryRun.message ?? `${subject}: not available`,
      };
    default:
      return pending(`${subject}: at review`);
  }
}

/** How the checks of a form stand. Those that do not concern the chosen kind are left out. */
export function registrationChecks(form: CheckedForm): RegistrationCheck[] {
  const { served, editing } = form;
  const links = LINKS.filter(
    ({ specField }) => served && hasField(served, specField),
  );
  return [
    ...(editing ? [] : [{ id: 'name' as const, ...nameCheck(form) }]),
    { id: 'plane-id', ...planeIDCheck(form) },
    { id: 'agent-ca', ...agentCACheck(form) },
    ...links.map(link => ({ id: link.id, ...linkCheck(form, link) })),
    { id: 'dry-run', ...dryRunCheck(form) },
  ];
}
