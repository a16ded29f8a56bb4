import {
  hasField,
  planeKindInfo,
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

function linkCheck(
  form: CheckedForm,
  link: { value?: string; field: string; absent: string; passed: string },
): CheckResult {
  const problem = worst(form, field => field.startsWith(link.field));
  if (problem && (link.value || problem.status !== 'failed')) {
    return problem;
  }
  return link.value
    ? { status: 'passed', text: link.passed }
    : pending(link.absent);
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
  const { values, served } = form;
  const store = values.secretStore;
  const observer = values['observabilityPlaneRef.name'];
  const has = (field: string) =>
    served !== undefined && hasField(served, field);
  return [
    ...(form.editing ? [] : [{ id: 'name' as const, ...nameCheck(form) }]),
    { id: 'plane-id', ...planeIDCheck(form) },
    { id: 'agent-ca', ...agentCACheck(form) },
    ...(has('secretStoreRef')
      ? [
          {
            id: 'secret-store' as const,
            ...linkCheck(form, {
              value: store,
              field: 'secretStore',
              absent: 'Secret store: not given yet',
              passed: `Secret store ${store} is named`,
            }),
          },
        ]
      : []),
    ...(has('observabilityPlaneRef')
      ? [
          {
            id: 'observability-plane' as const,
            ...linkCheck(form, {
              value: observer,
              field: 'observabilityPlaneRef',
              absent: 'Observability plane: not given yet',
              passed: `Observability plane ${observer} is named`,
            }),
          },
        ]
      : []),
    ...(has('observerURL')
      ? [
          {
            id: 'observer-url' as const,
            ...linkCheck(form, {
              value: values.observerURL,
              field: 'observerURL',
              absent: 'Observer URL: not given yet',
              passed: 'Observer URL is valid',
            }),
          },
        ]
      : []),
    { id: 'dry-run', ...dryRunCheck(form) },
  ];
}
