import { argoSpec, call, inputs, pod, withArguments } from './argo';
import { repositoryParameters, REPOSITORY_ARGUMENTS } from './builders';
import { WorkflowSeed } from './WorkflowSeed';
import { cel } from '../../../controllers/workflowRuns/render/cel';

/** Done in twenty seconds. */
const CLEANUP: WorkflowSeed = {
  namespace: 'default',
  name: 'cleanup',
  title: 'Empty the sandbox',
  description: 'Deletes what is older than a week',
  workflowPlane: 'WorkflowPlane/default',
  ttlAfterCompletion: '21d',
  spec: argoSpec('main', [
    {
      name: 'main',
      steps: [
        [call('list-releases', 'list')],
        [
          call('delete', 'delete', {
            ...withArguments({ kind: '{{item}}' }),
            withItems: ['releases', 'images', 'volumes'],
          }),
        ],
        [call('report', 'report')],
      ],
    },
    pod(
      'list',
      'registry.k8s.io/kubectl:v1.34.2',
      'kubectl get releases --all-namespaces',
      { duration: 3 },
    ),
    pod(
      'delete',
      'registry.k8s.io/kubectl:v1.34.2',
      'kubectl delete {{inputs.parameters.kind}} --selector age=old',
      { duration: '3-5' },
      inputs('kind'),
    ),
    pod(
      'report',
      'docker.io/curlimages/curl:8.17.0',
      'curl -fsS -X POST https://chat.platform.example/hooks/sandbox',
      { duration: 2, log: 'notify' },
    ),
  ]),
};

/** Thousands of payslips, each in a pod of its own: Argo compresses what it knows of so many. */
const PAYSLIPS: WorkflowSeed = {
  namespace: 'initech',
  name: 'payslip-batch',
  title: 'Payslips',
  description: 'Renders and files the payslips of one pay run',
  workflowPlane: 'WorkflowPlane/ci',
  ttlAfterCompletion: '30d',
  parameters: {
    type: 'object',
    properties: {
      payRun: { type: 'string', default: '2026-11' },
      payslips: { type: 'integer', default: 5_000 },
    },
  },
  spec: argoSpec(
    'main',
    [
      {
        name: 'main',
        steps: [
          [call('collect-pay-run', 'collect')],
          [
            call('render', 'render', {
              ...withArguments({ number: '{{item}}' }),
              withSequence: { count: '{{workflow.parameters.payslips}}' },
            }),
          ],
          [call('file-with-archive', 'archive')],
        ],
      },
      pod(
        'collect',
        'registry.initech.example/payroll/collector:31',
        'collect --pay-run {{workflow.parameters.pay-run}}',
        { duration: 8 },
      ),
      pod(
        'render',
        'registry.initech.example/payroll/renderer:31',
        'render --pay-run {{workflow.parameters.pay-run}} --number {{inputs.parameters.number}}',
        { duration: '2-6' },
        inputs('number'),
      ),
      pod(
        'archive',
        'registry.initech.example/payroll/archive-client:31',
        'file --pay-run {{workflow.parameters.pay-run}}',
        { duration: 12 },
      ),
    ],
    {
      parallelism: 200,
      ...withArguments({
        'pay-run': cel('parameters.payRun'),
        payslips: cel('parameters.payslips'),
      }),
    },
  ),
};

/** Its plane has never connected. */
const WINDOWS_CLIENT: WorkflowSeed = {
  namespace: 'initech',
  name: 'windows-client',
  title: 'Windows client',
  description: 'Builds and signs the desktop time sheet client',
  workflowPlane: 'WorkflowPlane/windows-ci',
  ttlAfterCompletion: '30d',
  parameters: repositoryParameters(),
  spec: argoSpec(
    'main',
    [
      {
        name: 'main',
        steps: ['checkout-source', 'build', 'sign'].map(step => [
          call(step, 'run', withArguments({ target: step })),
        ]),
      },
      pod(
        'run',
        'registry.initech.example/windows/msbuild:18',
        'msbuild /t:{{inputs.parameters.target}}',
        { duration: '20-60' },
        inputs('target'),
      ),
    ],
    withArguments(REPOSITORY_ARGUMENTS),
  ),
};

/** Waits until customs has released the goods, which a person confirms. */
const CUSTOMS: WorkflowSeed = {
  namespace: 'vandelay',
  name: 'customs-declarations',
  title: 'Customs declarations',
  description: 'Files the declarations of one vessel call',
  workflowPlane: 'WorkflowPlane/customs-batch',
  ttlAfterCompletion: '30d',
  parameters: {
    type: 'object',
    properties: { vessel: { type: 'string', default: 'MV Costanza' } },
  },
  spec: argoSpec(
    'main',
    [
      {
        name: 'main',
        steps: [
          [call('read-manifest', 'run', withArguments({ what: 'read' }))],
          [call('classify-goods', 'run', withArguments({ what: 'classify' }))],
          [
            call('submit', 'submit', {
              ...withArguments({ office: '{{item}}' }),
              withItems: ['rotterdam', 'antwerp', 'hamburg', 'felixstowe'],
            }),
          ],
          [call('await-release', 'approval')],
          [call('release-goods', 'run', withArguments({ what: 'release' }))],
        ],
      },
      { name: 'approval', suspend: {} },
      pod(
        'run',
        'registry.vandelay.example/customs/cli:14',
        'customs {{inputs.parameters.what}} --vessel "{{workflow.parameters.vessel}}"',
        { duration: '4-9' },
        inputs('what'),
      ),
      pod(
        'submit',
        'registry.vandelay.example/customs/cli:14',
        'customs submit --office {{inputs.parameters.office}}',
        { duration: '5-12' },
        {
          ...inputs('office'),
          retryStrategy: {
            limit: '4',
            backoff: { duration: '3', factor: '2' },
          },
        },
      ),
    ],
    withArguments({ vessel: cel('parameters.vessel') }),
  ),
};

/** The workflows of the sandbox, Initech and Vandelay. */
export const FURTHER_WORKFLOWS: readonly WorkflowSeed[] = [
  CLEANUP,
  PAYSLIPS,
  WINDOWS_CLIENT,
  CUSTOMS,
];
