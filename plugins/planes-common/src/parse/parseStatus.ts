import { AgentConnection, Plane, PlaneCondition } from '../model/plane';
import {
  asFields,
  Fields,
  itemsOf,
  readInteger,
  readText,
  readToken,
} from './readers';
import { parseTime } from './time';

const MAX_CONDITIONS = 50;
const MAX_MESSAGE_LENGTH = 1000;
const MAX_AGENTS = 1_000_000;
const CONDITION_TYPE = /^[A-Za-z0-9]([-A-Za-z0-9._/]*[A-Za-z0-9])?$/;
const CONDITION_REASON = /^[A-Za-z]([A-Za-z0-9_,:]*[A-Za-z0-9_])?$/;
const STATUSES = ['True', 'False', 'Unknown'] as const;

function parseCondition(value: unknown): PlaneCondition | undefined {
  const fields = asFields(value);
  const type = readToken(fields?.type, CONDITION_TYPE, 316);
  const status = STATUSES.find(known => known === fields?.status);
  if (!fields || type === undefined || status === undefined) {
    return undefined;
  }
  return {
    type,
    status,
    reason: readToken(fields.reason, CONDITION_REASON, 1024),
    message: readText(fields.message, MAX_MESSAGE_LENGTH),
    lastTransitionTime: parseTime(fields.lastTransitionTime),
    observedGeneration: readInteger(
      fields.observedGeneration,
      0,
      Number.MAX_SAFE_INTEGER,
    ),
  };
}

function parseAgentConnection(value: unknown): AgentConnection | undefined {
  const fields = asFields(value);
  if (!fields || typeof fields.connected !== 'boolean') {
    return undefined;
  }
  const { connected } = fields;
  return {
    connected,
    connectedAgents:
      readInteger(fields.connectedAgents, 0, MAX_AGENTS) ?? Number(connected),
    lastConnectedTime: parseTime(fields.lastConnectedTime),
    lastDisconnectedTime: parseTime(fields.lastDisconnectedTime),
    lastHeartbeatTime: parseTime(fields.lastHeartbeatTime),
    message: readText(fields.message, MAX_MESSAGE_LENGTH),
  };
}

/** Reads the status of a plane resource. */
export function parseStatus(
  status: Fields,
): Pick<Plane, 'observedGeneration' | 'conditions' | 'agentConnection'> {
  const conditions: PlaneCondition[] = [];
  for (const item of itemsOf(status, 'conditions', MAX_CONDITIONS)) {
    const condition = parseCondition(item);
    if (condition) {
      conditions.push(condition);
    }
  }
  return {
    observedGeneration: readInteger(
      status.observedGeneration,
      0,
      Number.MAX_SAFE_INTEGER,
    ),
    conditions,
    agentConnection: parseAgentConnection(status.agentConnection),
  };
}
