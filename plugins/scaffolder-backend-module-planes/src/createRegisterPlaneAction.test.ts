import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import {
  createMockDirectory,
  mockCredentials,
} from '@backstage/backend-test-utils';
import { createMockActionContext } from '@backstage/plugin-scaffolder-node-test-utils';
import type {
  RegistrationProblem,
  RegistrationReview,
} from '@openchoreo-planes/backstage-plugin-planes-common';
import { parse } from 'yaml';
import { createRegisterPlaneAction } from './createRegisterPlaneAction';
import { examples } from './examples';
import type { RegistrationRequest } from './RegistrationsClient';

const MANIFEST = 'apiVersion: openchoreo.dev/v1alpha1\nkind: DataPlane\n';
const leaf: RegistrationProblem = {
  code: 'agent-ca-leaf',
  severity: 'warning',
  field: 'agentCA.value',
  message: 'It is not the certificate of a CA.',
  remedy: 'Use that of the CA.',
};
const taken: RegistrationProblem = {
  code: 'name-taken',
  severity: 'error',
  field: 'name',
  message: 'There is a DataPlane of that name.',
  remedy: 'Choose another name.',
};

const input = {
  kind: 'DataPlane',
  namespace: 'acme',
  name: 'eu',
  displayName: '',
  agentCA: { value: 'PEM', secretKeyRef: undefined },
  apply: false,
};

describe('openchoreo:plane:register', () => {
  const workspace = createMockDirectory();
  let reviews: RegistrationRequest[];
  let registrations: RegistrationRequest[];
  let review: RegistrationReview;

  beforeEach(() => {
    workspace.clear();
    reviews = [];
    registrations = [];
    review = {
      problems: [],
      manifest: MANIFEST,
      commands: [],
      dryRun: { outcome: 'accepted', warnings: [] },
    };
  });

  async function run(more: object = {}, context: object = {}) {
    const action = createRegisterPlaneAction({
      client: {
        review: async request => {
          reviews.push(request);
          return review;
        },
        register: async request => {
          registrations.push(request);
          return {
            plane: {
              uid: 'eu-uid',
              ref: {
                controlPlane: 'default',
                kind: 'DataPlane',
                namespace: 'acme',
                name: 'eu',
              },
              entityRef: 'resource:acme/data-plane-eu',
              title: 'eu',
            },
            manifest: MANIFEST,
            problems: [],
          };
        },
      },
    });
    const outputs = new Map<PropertyKey, unknown>();
    await action.handler({
      ...createMockActionContext({ workspacePath: workspace.path }),
      input: { ...input, ...more },
      getInitiatorCredentials: async () => mockCredentials.user(),
      output: (name, value) => outputs.set(name, value),
      ...context,
    });
    return Object.fromEntries(outputs);
  }

  it('writes the manifest into the workspace, and nothing else', async () => {
    expect(await run()).toEqual({
      manifest: MANIFEST,
      path: 'dataplane-eu.yaml',
      notes: [],
    });
    const file = join(workspace.path, 'dataplane-eu.yaml');
    expect(await readFile(file, 'utf8')).toBe(MANIFEST);
    expect(reviews).toEqual([
      expect.objectContaining({
        credentials: mockCredentials.user(),
        registration: {
          controlPlane: 'default',
          kind: 'DataPlane',
          namespace: 'acme',
          name: 'eu',
          agentCA: { source: 'inline', value: 'PEM' },
        },
      }),
    ]);
    expect(registrations).toEqual([]);
  });

  it('registers the plane when asked', async () => {
    const outputs = await run({ apply: true, targetPath: 'planes/eu.yaml' });
    expect(outputs).toMatchObject({
      path: 'planes/eu.yaml',
      entityRef: 'resource:acme/data-plane-eu',
      uid: 'eu-uid',
    });
    expect(registrations).toEqual(reviews);
  });

  it('registers nothing in a dry run of the template', async () => {
    expect(await run({ apply: true }, { isDryRun: true })).toMatchObject({
      manifest: MANIFEST,
    });
    expect(registrations).toEqual([]);
  });

  it('tells what is worth knowing', async () => {
    review = {
      ...review,
      problems: [leaf],
      dryRun: {
        outcome: 'unavailable',
        message: 'The API server does not answer.',
        warnings: ['spec.old is deprecated'],
      },
    };
    expect(await run()).toMatchObject({
      notes: [
        'agentCA.value: It is not the certificate of a CA. Use that of the CA.',
        'The API server does not answer.',
        'spec.old is deprecated',
      ],
    });
  });

  it('refuses a plane with which something is wrong, naming the field and the remedy', async () => {
    review = { ...review, problems: [taken, leaf] };
    await expect(run({ apply: true })).rejects.toThrow(
      'The plane cannot be registered:\n- name: There is a DataPlane of that name. Choose another name.',
    );
    expect(registrations).toEqual([]);
  });

  it('stays within the workspace', async () => {
    await expect(run({ targetPath: '../eu.yaml' })).rejects.toThrow(
      /Relative path is not allowed/,
    );
    await expect(run({ name: '../../../eu' })).rejects.toThrow(
      /Relative path is not allowed/,
    );
    expect(reviews).toEqual([]);
  });

  it('passes a secret reference, and two sources for the planes plugin to refuse', async () => {
    const secretKeyRef = { name: 'ca', key: 'ca.crt' };
    await run({ agentCA: { secretKeyRef: { name: 'ca' }, value: '' } });
    await run({ agentCA: { secretKeyRef, value: 'PEM' } });
    expect(reviews.map(({ registration }) => registration)).toEqual([
      expect.objectContaining({ agentCA: { source: 'secret', secretKeyRef } }),
      expect.objectContaining({
        agentCA: { source: 'inline', secretKeyRef, value: 'PEM' },
      }),
    ]);
  });

  it('has examples with inputs that its schema takes', () => {
    const action = createRegisterPlaneAction({
      client: { review: jest.fn(), register: jest.fn() },
    });
    const known = Object.keys(Object(action.schema?.input).properties);
    for (const { example } of examples) {
      const [step] = parse(example).steps;
      expect(step.action).toBe(action.id);
      expect(known).toEqual(expect.arrayContaining(Object.keys(step.input)));
    }
  });
});
