const SEE = 'openchoreo.plane.read';
const TEST = 'openchoreo.plane.connection.test';
const RECONNECT = 'openchoreo.plane.reconnect';
const CREATE = 'openchoreo.plane.create';
const UPDATE = 'openchoreo.plane.update';
const READ = 'openchoreo.workflow-run.read';
const LOGS = 'openchoreo.workflow-run.logs.read';
const RERUN = 'openchoreo.workflow-run.rerun';

/** What guards a route or an action. */
export interface Access {
  /** Each of which the caller needs. */
  readonly permissions: readonly string[];
  /**
   * What comes of conditions: what they exclude is left out of the answer, or the request for it is refused. A registration
   * is for a plane that its body describes.
   */
  readonly conditions: 'leave out' | 'refuse' | 'refuse registration';
  /** The id of the event in the audit log; none where the route only reads what the portal knows. */
  readonly audited?: string;
  /** Values of the route's parameters, but for the uid. */
  readonly parameters?: Readonly<Record<string, string>>;
}

/** {@link Access} to a route. */
export interface RouteAccess extends Access {
  readonly route: string;
  readonly query?: string;
}

const ofPlane = (rest: string) => `/api/planes/planes/:uid${rest}`;
const ofRun = (rest: string) => `/api/workflow-runs/runs/:uid${rest}`;

/** Every route of both plugins. Those whose parameters decide on the permission are here several times. */
export const ROUTES: readonly RouteAccess[] = [
  {
    route: 'GET /api/planes/planes',
    permissions: [SEE],
    conditions: 'leave out',
  },
  {
    route: 'GET /api/planes/kinds',
    permissions: [SEE],
    conditions: 'leave out',
  },
  ...['', '/history', '/dependents', '/connection-test'].map(
    (rest): RouteAccess => ({
      route: `GET ${ofPlane(rest)}`,
      permissions: [SEE],
      conditions: 'refuse',
    }),
  ),
  {
    route: `POST ${ofPlane('/connection-test')}`,
    permissions: [SEE, TEST],
    conditions: 'refuse',
    audited: 'connection-test',
  },
  {
    route: `GET ${ofPlane('/reconnect')}`,
    permissions: [SEE, RECONNECT],
    conditions: 'refuse',
  },
  {
    route: `POST ${ofPlane('/reconnect')}`,
    permissions: [SEE, RECONNECT],
    conditions: 'refuse',
    audited: 'plane-reconnect',
  },
  {
    route: `GET ${ofPlane('/registration')}`,
    permissions: [SEE, UPDATE],
    conditions: 'refuse',
  },
  {
    route: `PUT ${ofPlane('')}`,
    permissions: [SEE, UPDATE],
    conditions: 'refuse',
    audited: 'plane-update',
  },
  ...['', '?dryRun=all', '?dryRun=lint'].map(
    (query): RouteAccess => ({
      route: 'POST /api/planes/registrations',
      query,
      permissions: [CREATE],
      conditions: 'refuse registration',
      // A lint reads nothing, and is asked for with every keystroke.
      ...(query !== '?dryRun=lint' && { audited: 'plane-register' }),
    }),
  ),
  {
    route: 'GET /api/workflow-runs/runs',
    permissions: [READ],
    conditions: 'leave out',
  },
  ...['', '/baseline', '/timeline', '/events', '/nodes/:nodeId'].map(
    (rest): RouteAccess => ({
      route: `GET ${ofRun(rest)}`,
      permissions: [READ],
      conditions: 'refuse',
      parameters: { nodeId: 'a' },
    }),
  ),
  {
    route: `GET ${ofRun('/nodes/:nodeId/logs')}`,
    permissions: [READ, LOGS],
    conditions: 'refuse',
    parameters: { nodeId: 'a' },
  },
  {
    route: `POST ${ofRun('/rerun')}`,
    permissions: [READ, RERUN],
    conditions: 'refuse',
    audited: 'workflow-run-rerun',
  },
  ...['stop', 'terminate', 'suspend', 'resume'].map(
    (action): RouteAccess => ({
      route: `POST ${ofRun('/actions/:action')}`,
      permissions: [READ, `openchoreo.workflow-run.${action}`],
      conditions: 'refuse',
      audited: `workflow-run-${action}`,
      parameters: { action },
    }),
  ),
];

/** Every action of the actions registry, as MCP clients use it. */
export const ACTIONS: Readonly<Record<string, Access>> = {
  'planes:test-plane-connection': {
    permissions: [SEE, TEST],
    conditions: 'refuse',
    audited: 'connection-test',
  },
};

/** Every action of the scaffolder. */
export const SCAFFOLDER_ACTIONS: Readonly<Record<string, Access>> = {
  'openchoreo:plane:register': {
    permissions: [CREATE],
    conditions: 'refuse registration',
    audited: 'plane-register',
  },
};

/** Permissions that decide on a part of an answer. */
export const PARTS: Readonly<Record<string, string>> = {
  'openchoreo.workflow-run.secrets.read':
    'whether values that look like secrets are masked, see the tests of planted secrets',
};
