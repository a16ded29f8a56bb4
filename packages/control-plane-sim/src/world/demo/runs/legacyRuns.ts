import { toKubernetesTime } from '../../../controllers/timing';
import { DAY, MINUTE } from '../../durations';
import { PlannedObject } from '../../World';

const API_VERSION = 'openchoreo.dev/v1alpha1';

interface LegacySeed {
  readonly name: string;
  readonly component: string;
  readonly repository: string;
  readonly commit: string;
  readonly age: number;
  readonly succeeded: boolean;
}

function condition(type: string, status: boolean, reason: string, at: number) {
  return {
    type,
    status: status ? 'True' : 'False',
    reason,
    message: '',
    lastTransitionTime: toKubernetesTime(at),
  };
}

/** What built a component up to OpenChoreo 0.17. */
function build(seed: LegacySeed, now: number): PlannedObject {
  const createdAt = now - seed.age;
  const endedAt = createdAt + 4 * MINUTE;
  return {
    createdAt,
    manifest: {
      apiVersion: API_VERSION,
      kind: 'Build',
      metadata: { name: seed.name, namespace: 'acme' },
      spec: {
        owner: { projectName: 'storefront', componentName: seed.component },
        repository: {
          url: seed.repository,
          revision: { branch: 'main', commit: seed.commit },
          appPath: '.',
        },
        templateRef: { engine: 'argo', name: 'docker' },
      },
    },
    status: {
      conditions: [
        condition('BuildInitiated', true, 'BuildInitiated', createdAt),
        condition('BuildTriggered', true, 'BuildTriggered', createdAt),
        condition(
          'BuildCompleted',
          seed.succeeded,
          seed.succeeded ? 'BuildSucceeded' : 'BuildFailed',
          endedAt,
        ),
      ],
    },
  };
}

/** What built a component from OpenChoreo 0.6 to 0.16. */
function componentWorkflowRun(seed: LegacySeed, now: number): PlannedObject {
  const createdAt = now - seed.age;
  const endedAt = createdAt + 5 * MINUTE;
  const outcome = seed.succeeded ? 'WorkflowSucceeded' : 'WorkflowFailed';
  return {
    createdAt,
    manifest: {
      apiVersion: API_VERSION,
      kind: 'ComponentWorkflowRun',
      metadata: { name: seed.name, namespace: 'acme' },
      spec: {
        owner: { projectName: 'storefront', componentName: seed.component },
        workflow: {
          name: 'docker',
          systemParameters: {
            repository: {
              url: seed.repository,
              revision: { branch: 'main', commit: seed.commit },
              appPath: '.',
            },
          },
          parameters: {},
        },
      },
    },
    status: {
      conditions: [
        condition('WorkflowCompleted', true, outcome, endedAt),
        condition('WorkflowRunning', false, 'WorkflowRunning', endedAt),
        condition(outcome, true, outcome, endedAt),
      ],
      runReference: {
        apiVersion: 'argoproj.io/v1alpha1',
        kind: 'Workflow',
        name: seed.name,
        namespace: 'openchoreo-ci-acme',
      },
    },
  };
}

const CHECKOUT = {
  component: 'checkout',
  repository: 'https://git.acme.example/storefront/checkout',
};
const CATALOGUE = {
  component: 'product-catalogue',
  repository: 'https://git.acme.example/storefront/product-catalogue',
};

/** What the upgrades of the control plane left behind: nobody controls it any more. */
export function legacyRuns(now: number): PlannedObject[] {
  return [
    build(
      {
        ...CHECKOUT,
        name: 'checkout-v1-7',
        commit: 'e0d4c17',
        age: 402 * DAY,
        succeeded: true,
      },
      now,
    ),
    build(
      {
        ...CATALOGUE,
        name: 'catalogue-v1-3',
        commit: '9c5b2aa',
        age: 396 * DAY,
        succeeded: false,
      },
      now,
    ),
    componentWorkflowRun(
      {
        ...CHECKOUT,
        name: 'checkout-run-4f81c02d',
        commit: 'b82e6f1',
        age: 281 * DAY,
        succeeded: true,
      },
      now,
    ),
    componentWorkflowRun(
      {
        ...CATALOGUE,
        name: 'catalogue-run-a77d3e10',
        commit: '17fc093',
        age: 277 * DAY,
        succeeded: false,
      },
      now,
    ),
  ];
}
