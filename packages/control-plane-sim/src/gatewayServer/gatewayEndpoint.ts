import { AgentAddress } from '../controllers/gateway/addresses';
import { GatewayPlaneType } from '../controllers/planeKinds';
import { AdminEndpoint, AdminRequest } from '../faults/adminEndpoint';
import { JsonObject, stringAt } from '../objects/json';
import {
  PLANE_BEHAVIOURS,
  PlaneBehaviour,
} from '../planeClusters/PlaneBehaviour';
import { createAgentCa } from '../world/certificates';
import { DAY } from '../world/durations';
import { badRequest, methodNotAllowed } from '../status/errors';
import { GatewayServer } from './GatewayServer';

const AGENTS_LIMIT = 100;
const GATEWAY_SWITCHES = [
  'stop',
  'start',
  'refuse-certificates',
  'accept-certificates',
] as const;
const PLANE_TYPES: readonly GatewayPlaneType[] = [
  'dataplane',
  'workflowplane',
  'buildplane',
  'observabilityplane',
];
/** What signs the certificate of an agent that is installed. */
const CERTIFICATES = ['ca', 'self-signed'] as const;
/** What happens to agents at once, and passes. */
const INCIDENTS = ['flap', 'hang'] as const;

function chosen<T extends string>(
  field: string,
  value: unknown,
  choices: readonly T[],
): T {
  const found = choices.find(choice => choice === value);
  if (found === undefined) {
    throw badRequest(`'${field}' must be one of ${choices.join(', ')}`);
  }
  return found;
}

async function switchGateway(
  server: GatewayServer,
  value: unknown,
): Promise<void> {
  switch (chosen('gateway', value, GATEWAY_SWITCHES)) {
    case 'stop':
      await server.stopServer();
      break;
    case 'start':
      await server.startServer();
      break;
    case 'refuse-certificates':
      server.refuseCertificates(true);
      break;
    default:
      server.refuseCertificates(false);
  }
}

function readAddress(body: JsonObject): AgentAddress {
  const planeType = stringAt(body, 'planeType');
  const planeID = stringAt(body, 'planeID');
  if (!planeType || !planeID) {
    throw badRequest(
      "'planeType' and 'planeID' must name a plane, or 'gateway' says what happens to the gateway",
    );
  }
  return { planeType, planeID };
}

function behave(
  server: GatewayServer,
  plane: AgentAddress,
  value: unknown,
): void {
  const behaviour = chosen<PlaneBehaviour | (typeof INCIDENTS)[number]>(
    'behaviour',
    value,
    [...PLANE_BEHAVIOURS, ...INCIDENTS],
  );
  if (behaviour === 'flap') {
    server.dropAgents(plane);
  } else if (behaviour === 'hang') {
    server.hangAgents(plane);
  } else {
    server.setBehaviour(plane, behaviour);
  }
}

function setAgents(
  server: GatewayServer,
  plane: AgentAddress,
  agents: unknown,
): void {
  if (
    typeof agents !== 'number' ||
    !Number.isInteger(agents) ||
    agents < 0 ||
    agents > AGENTS_LIMIT
  ) {
    throw badRequest(`'agents' must be a whole number up to ${AGENTS_LIMIT}`);
  }
  try {
    server.setAgents(plane, agents);
  } catch (error) {
    throw badRequest(error instanceof Error ? error.message : String(error));
  }
}

/** Installs an agent as OpenChoreo's charts do; answers with what `ca.crt` of its Secret would be. */
async function install(
  server: GatewayServer,
  { planeType: type, planeID }: AgentAddress,
  value: unknown,
): Promise<object> {
  const certificate = chosen('install', value, CERTIFICATES);
  const planeType = chosen('planeType', type, PLANE_TYPES);
  const now = Date.now();
  const ca = await createAgentCa({
    commonName: certificate === 'ca' ? 'cluster-agent-ca' : planeID,
    organization: 'OpenChoreo',
    notBefore: now - DAY,
    notAfter: now + (certificate === 'ca' ? 3650 : 90) * DAY,
    isCA: certificate === 'ca',
  });
  server.installAgent({ planeType, planeID }, ca);
  return { ca: ca.pem };
}

function stateOf(server: GatewayServer): object {
  return {
    gateway: {
      url: server.url,
      running: server.isRunning,
      refusesCertificates: server.refusesCertificates,
    },
    planes: server.planes(),
  };
}

async function handle(
  server: GatewayServer,
  request: AdminRequest,
): Promise<object> {
  if (request.method === 'GET') {
    return stateOf(server);
  }
  if (request.method !== 'POST') {
    throw methodNotAllowed({ group: '', resource: 'gateway' }, request.method);
  }
  const body = await request.body();
  if (body.gateway !== undefined) {
    await switchGateway(server, body.gateway);
    return {};
  }
  const plane = readAddress(body);
  if (body.install !== undefined) {
    return install(server, plane, body.install);
  }
  if (body.behaviour === undefined && body.agents === undefined) {
    throw badRequest(
      "'behaviour', 'agents' or 'install' says what is to change",
    );
  }
  if (body.behaviour !== undefined) {
    behave(server, plane, body.behaviour);
  }
  if (body.agents !== undefined) {
    setAgents(server, plane, body.agents);
  }
  return {};
}

/** Where the behaviour of the gateway, agents and clusters is switched over HTTP: POST a change, GET everything. */
export function gatewayEndpoint(server: GatewayServer): AdminEndpoint {
  return {
    path: '/sim/gateway',
    handle: request => handle(server, request),
  };
}
