import { JsonObject } from '../../../objects/json';
import { renderRun } from './renderRun';
import { cel } from './cel';

function render(
  workflowSpec: JsonObject,
  {
    parameters = {},
    labels = {},
  }: { parameters?: JsonObject; labels?: JsonObject } = {},
) {
  return renderRun({
    namespace: 'acme',
    name: 'build-1',
    labels,
    parameters,
    workflowSpec,
    planeNamespace: 'workflows-acme',
    secretStore: 'vault',
  });
}

const SCHEMA = {
  type: 'object',
  properties: {
    repository: {
      type: 'object',
      properties: {
        url: { type: 'string' },
        secretRef: { type: 'string', default: '' },
        revision: {
          type: 'object',
          default: {},
          properties: { branch: { type: 'string', default: 'main' } },
        },
      },
    },
    platforms: { type: 'array', default: ['amd64', 'arm64'] },
    tests: { type: 'boolean', default: true },
  },
};

describe('renderRun', () => {
  it('fills in what is known of the run, and the defaults of its parameters', () => {
    const { workflow } = render(
      {
        parameters: { openAPIV3Schema: SCHEMA },
        runTemplate: {
          apiVersion: 'argoproj.io/v1alpha1',
          kind: 'Workflow',
          metadata: { name: cel('metadata.workflowRunName') },
          spec: {
            arguments: {
              parameters: [
                { name: 'repo', value: cel('parameters.repository.url') },
                {
                  name: 'branch',
                  value: cel('parameters.repository.revision.branch'),
                },
                {
                  name: 'image',
                  value: `${cel('metadata.namespaceName')}-${cel(
                    "metadata.labels['openchoreo.dev/component']",
                  )}`,
                },
                { name: 'platforms', value: cel('parameters.platforms') },
                { name: 'tests', value: cel('parameters.tests') },
                { name: 'kept', value: '{{workflow.name}}' },
              ],
            },
            parallelism: cel('parameters.limit'),
            templates: [{ script: { source: 'echo $HOME' } }],
          },
        },
      },
      {
        parameters: {
          repository: { url: 'https://git.example/cart' },
          limit: 3,
        },
        labels: { 'openchoreo.dev/component': 'cart' },
      },
    );
    expect(workflow).toEqual({
      apiVersion: 'argoproj.io/v1alpha1',
      kind: 'Workflow',
      metadata: {
        name: 'build-1',
        namespace: 'workflows-acme',
        labels: {
          'openchoreo.dev/workflowrun': 'build-1',
          'openchoreo.dev/workflowrun-namespace': 'acme',
          'openchoreo.dev/managed-by': 'workflowrun-controller',
        },
      },
      spec: {
        arguments: {
          parameters: [
            { name: 'repo', value: 'https://git.example/cart' },
            { name: 'branch', value: 'main' },
            { name: 'image', value: 'acme-cart' },
            { name: 'platforms', value: '["amd64","arm64"]' },
            { name: 'tests', value: 'true' },
            { name: 'kept', value: '{{workflow.name}}' },
          ],
        },
        parallelism: 3,
        templates: [{ script: { source: 'echo $HOME' } }],
      },
    });
  });

  it('renders the further resources that are wanted', () => {
    const resource = (id: string, includeWhen?: string, name = id) => ({
      id,
      includeWhen,
      template: {
        apiVersion: 'external-secrets.io/v1',
        kind: 'ExternalSecret',
        metadata: { name },
        spec: { secretStoreRef: { name: cel('workflowplane.secretStore') } },
      },
    });
    const { resources } = render({
      runTemplate: {},
      resources: [
        resource('push'),
        resource('git', cel('has(parameters.ref) && parameters.ref != ""')),
        resource('nameless', undefined, '-push'),
      ],
    });
    expect(resources).toEqual([
      expect.objectContaining({
        metadata: expect.objectContaining({
          name: 'push',
          namespace: 'workflows-acme',
        }),
        spec: { secretStoreRef: { name: 'vault' } },
      }),
    ]);
  });

  it.each([
    [cel('parameters.missing'), 'no such key: missing'],
    [`a ${cel('metadata.labels.team')} b`, 'no such key: team'],
    [cel('secrets.token'), 'is not understood'],
    [cel('parameters.list.map(x, x)'), 'is not understood'],
  ])('fails on %s', (text, message) => {
    expect(() => render({ runTemplate: { spec: { text } } })).toThrow(message);
  });

  it('fails where there is no template', () => {
    expect(() => render({})).toThrow('workflow has no runTemplate');
  });
});
