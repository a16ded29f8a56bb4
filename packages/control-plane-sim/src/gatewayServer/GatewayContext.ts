import { IncomingMessage, ServerResponse } from 'node:http';
import { SimulatedGateway } from '../controllers/gateway/SimulatedGateway';
import { Timing } from '../controllers/timing';
import { PlaneClusters } from '../planeClusters/PlaneClusters';

/** What the gateway's API works on. */
export interface GatewayBackend {
  readonly gateway: SimulatedGateway;
  readonly clusters: PlaneClusters;
  readonly timing: Timing;
  /** How long an agent may take to answer, in milliseconds. */
  readonly tunnelTimeoutMs: number;
}

/** One request to the gateway. */
export interface GatewayRequest extends GatewayBackend {
  readonly request: IncomingMessage;
  readonly response: ServerResponse;
  readonly method: string;
  /** Cleaned, with its escapes. */
  readonly path: string;
  /** Without the question mark. */
  readonly rawQuery: string;
  readonly query: URLSearchParams;
}
