import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import {
  AuthorizeResult,
  type PolicyDecision,
} from '@backstage/plugin-permission-common';
import { z } from 'zod';
import { walkRoutes } from '../__testUtils__/walkRoutes';
import {
  ACTIONS,
  PARTS,
  ROUTES,
  SCAFFOLDER_ACTIONS,
} from './__testUtils__/accessTable';
import {
  guardedAction,
  guardedRoute,
  guardedStep,
} from './__testUtils__/callers';
import { MatrixBackend } from './__testUtils__/MatrixBackend';
import { OURS, THEIRS } from './__testUtils__/resources';

const TABLE =
  'packages/system-tests/src/permissions/__testUtils__/accessTable.ts';
const DOCUMENTATION = join(__dirname, '../../../../docs/permissions.md');
const PLUGINS = ['planes', 'workflow-runs'];
/** The scaffolder tells of its tasks as well. */
const OURS_AUDITED = /^(connection-test|plane-|workflow-run-)/;

const GUARDED = [
  ...ROUTES.map(guardedRoute),
  ...Object.entries(ACTIONS).map(guardedAction),
  ...Object.entries(SCAFFOLDER_ACTIONS).map(guardedStep),
];
const CASES = GUARDED.flatMap(guarded =>
  guarded.permissions.map(permission => ({ ...guarded, permission })),
);

const metadataSchema = z.object({
  permissions: z.array(z.object({ name: z.string() })),
});
const actionsSchema = z.object({
  actions: z.array(z.object({ id: z.string() })),
});
const scaffolderSchema = z.array(z.object({ id: z.string() }));

/** Conditions that hold for what is in our namespace. */
function onlyOurs(permission: string): PolicyDecision {
  const [pluginId, resourceType] = permission.startsWith('openchoreo.plane.')
    ? ['planes', 'openchoreo-plane']
    : ['workflow-runs', 'openchoreo-workflow-run'];
  return {
    result: AuthorizeResult.CONDITIONAL,
    pluginId,
    resourceType,
    conditions: {
      rule: 'IN_NAMESPACE',
      resourceType,
      params: { namespaces: [OURS] },
    },
  };
}

describe('permissions', () => {
  const backend = new MatrixBackend();

  beforeAll(() => backend.start());
  afterAll(() => backend.stop());
  beforeEach(() => backend.reset());

  /** A sentence for everything that somebody has added or removed without a word in the table. */
  function differences(
    what: string,
    found: readonly string[],
    known: readonly string[],
  ): string[] {
    return [
      ...found
        .filter(name => !known.includes(name))
        .map(
          name =>
            `${what} '${name}' is not in ${TABLE}: check a permission in it before any work, and add it there with what it needs, and to docs/permissions.md`,
        ),
      ...known
        .filter(name => !found.includes(name))
        .map(
          name => `${what} '${name}' is in ${TABLE}, but not there: remove it`,
        ),
    ];
  }

  it('guard every route that the plugins mount', () => {
    expect(
      differences(
        'Route',
        PLUGINS.flatMap(pluginId => walkRoutes(backend.server, pluginId)),
        ROUTES.map(({ route }) => route),
      ),
    ).toEqual([]);
  });

  it('guard every action that the plugins register', async () => {
    const lists = await Promise.all(
      PLUGINS.map(pluginId =>
        backend.client.get(`/api/${pluginId}/.backstage/actions/v1/actions`),
      ),
    );
    const ids = lists
      // A plugin without actions has no list of them.
      .filter(({ status }) => status !== 404)
      .flatMap(({ body }) => actionsSchema.parse(body).actions)
      .map(({ id }) => id);
    expect(differences('Action', ids, Object.keys(ACTIONS))).toEqual([]);

    const { body } = await backend.client.get('/api/scaffolder/v2/actions');
    const steps = scaffolderSchema
      .parse(body)
      .map(({ id }) => id)
      .filter(id => id.startsWith('openchoreo:'));
    expect(
      differences('Scaffolder action', steps, Object.keys(SCAFFOLDER_ACTIONS)),
    ).toEqual([]);
  });

  it('are used somewhere and documented, each of them', async () => {
    const answers = await Promise.all(
      PLUGINS.map(pluginId =>
        backend.client.get(
          `/api/${pluginId}/.well-known/backstage/permissions/metadata`,
        ),
      ),
    );
    const registered = answers
      .flatMap(({ body }) => metadataSchema.parse(body).permissions)
      .map(({ name }) => name);
    const used = [
      ...GUARDED.flatMap(({ permissions }) => permissions),
      ...Object.keys(PARTS),
    ];
    expect(differences('Permission', registered, used)).toEqual([]);
    const documentation = await readFile(DOCUMENTATION, 'utf8');
    expect(
      registered.filter(name => !documentation.includes(`\`${name}\``)),
    ).toEqual([]);
  });

  it.each(GUARDED)('$name: 401 for nobody', async ({ ask }) => {
    const { status } = await ask(backend, 'nobody', OURS);
    expect(status).toBe(401);
    expect(backend.contacts).toBe(0);
  });

  it.each(CASES)(
    '$name: refused without $permission',
    async ({ ask, permission, audited }) => {
      backend.decisions.set(permission, { result: AuthorizeResult.DENY });
      for (const namespace of [OURS, 'unknown']) {
        const { status, text } = await ask(backend, 'somebody', namespace);
        expect([403, 500]).toContain(status);
        expect(text).toContain(`You lack the permission '${permission}'`);
      }
      expect(backend.contacts).toBe(0);
      expect(
        backend.audited
          .filter(({ eventId }) => OURS_AUDITED.test(eventId))
          .map(({ eventId, outcome }) => [eventId, outcome]),
      ).toEqual(audited ? Array(2).fill([audited, 'fail']) : []);
    },
  );

  it.each(CASES.filter(({ conditions }) => conditions === 'leave out'))(
    '$name: without what the conditions of $permission exclude',
    async ({ ask, permission }) => {
      backend.decisions.set(permission, onlyOurs(permission));
      const { status, text } = await ask(backend, 'somebody', OURS);
      expect(status).toBe(200);
      expect(text).toContain(OURS);
      expect(text).not.toContain(THEIRS);
      backend.decisions.clear();
      const whole = await ask(backend, 'somebody', OURS);
      expect(whole.text).toContain(THEIRS);
    },
  );

  it.each(CASES.filter(({ conditions }) => conditions !== 'leave out'))(
    '$name: refused where the conditions of $permission exclude it',
    async ({ ask, permission }) => {
      backend.decisions.set(permission, onlyOurs(permission));
      const { text } = await ask(backend, 'somebody', THEIRS);
      expect(text).toContain(`You lack the permission '${permission}'`);
      expect(backend.contacts).toBe(0);
      const admitted = await ask(backend, 'somebody', OURS);
      expect(admitted.text).not.toContain('You lack the permission');
      expect([401, 403]).not.toContain(admitted.status);
    },
  );

  it.each(GUARDED)(
    '$name: for somebody with the permission',
    async ({ ask }) => {
      const { status, text } = await ask(backend, 'somebody', OURS);
      expect([401, 403]).not.toContain(status);
      expect(text).not.toContain('You lack the permission');
    },
  );
});
