import { oneLine } from '../kube';
import type { GatewayAnswer } from './GatewayAnswer';
import { interpretKubernetesStatus } from './interpretKubernetesStatus';
import type { GatewayFailure, GatewayFailureReason } from './types';

/** An answer that was understood. */
export type InterpretedAnswer =
  | { readonly ok: true; readonly value: unknown }
  | { readonly ok: false; readonly failure: GatewayFailure };

/**
 * Says what an answer of the gateway means, whether it is the gateway's own or came through the tunnel.
 *
 * @remarks
 * The gateway speaks `text/plain`, and so is told apart from a Kubernetes API, which says the same in a `Status`. What
 * an agent could not do arrives without any body.
 *
 * @param expects - `json` parses the body of a success; `text` hands it over as it is, `bounded-text` with whether it is cut
 */
export function interpretAnswer(
  answer: GatewayAnswer,
  expects: 'json' | 'text' | 'bounded-text' = 'json',
): InterpretedAnswer {
  if (answer.status >= 200 && answer.status < 300) {
    return interpretSuccess(answer, expects);
  }
  const failure =
    interpretKubernetesStatus(answer) ??
    (answer.body === '' ? interpretEmpty(answer) : interpretText(answer));
  return { ok: false, failure };
}

function interpretSuccess(
  answer: GatewayAnswer,
  expects: 'json' | 'text' | 'bounded-text',
): InterpretedAnswer {
  const { body, truncated = false } = answer;
  switch (expects) {
    case 'text':
      return { ok: true, value: body };
    case 'bounded-text':
      return { ok: true, value: { text: body, truncated } };
    default:
      return interpretJson(answer);
  }
}

function interpretJson(answer: GatewayAnswer): InterpretedAnswer {
  if (/\bjson\b/i.test(answer.contentType ?? '')) {
    try {
      return { ok: true, value: JSON.parse(answer.body) };
    } catch {
      // Falls through: cut short, or empty.
    }
  }
  return {
    ok: false,
    failure: {
      reason: 'unexpected-answer',
      status: answer.status,
      message:
        'The answer is not JSON: is there a proxy or a login page in front of the cluster gateway?',
    },
  };
}

/** The agent failed, and the gateway drops what it says about it. */
function interpretEmpty({ status }: GatewayAnswer): GatewayFailure {
  switch (status) {
    case 404:
      return {
        reason: 'target-unknown',
        status,
        message: 'The agent does not offer what was asked for (empty 404).',
      };
    case 500:
    case 502:
      return {
        reason: 'target-unreachable',
        status,
        message: `The agent is connected but cannot reach the API server of its cluster (empty ${status}).`,
      };
    default:
      return unexpected(status, '');
  }
}

/** The gateway's own words, as far as they are known. */
const TEXTS: readonly {
  status: number;
  text: RegExp;
  reason: GatewayFailureReason;
  message: string;
}[] = [
  {
    status: 403,
    text: /Agent not authorized for CR/,
    reason: 'not-authorised',
    message:
      'An agent is connected, but its certificate is not signed by the agent CA of this plane.',
  },
  {
    status: 404,
    text: /^404 page not found/,
    reason: 'not-found',
    message: 'Nothing is served at this path (404).',
  },
  {
    status: 501,
    text: /Streaming operations/,
    reason: 'streaming-not-supported',
    message: 'The cluster gateway does not pass on streams (501).',
  },
  {
    status: 502,
    text: /no agents found/,
    reason: 'no-agent',
    message: 'No agent is connected for this plane type and planeID.',
  },
  {
    status: 502,
    text: /HTTP tunnel request timeout/,
    reason: 'tunnel-timeout',
    message:
      'The agent is connected but did not answer within the 30 seconds that the cluster gateway waits.',
  },
  {
    status: 502,
    text: /^proxy request failed:/,
    reason: 'tunnel-broken',
    message:
      'The cluster gateway could not hand the request to the agent: the connection broke.',
  },
];

function interpretText({ status, contentType, body }: GatewayAnswer) {
  const known = TEXTS.find(
    candidate => candidate.status === status && candidate.text.test(body),
  );
  if (known) {
    return { reason: known.reason, status, message: known.message };
  }
  if (status >= 400 && status < 500 && contentType?.startsWith('text/plain')) {
    return {
      reason: 'refused' as const,
      status,
      message: `The cluster gateway refuses the request (${status}): ${oneLine(
        body,
      )}`,
    };
  }
  return unexpected(status, contentType?.startsWith('text/plain') ? body : '');
}

function unexpected(status: number, text: string): GatewayFailure {
  const quoted = text === '' ? '' : `: ${oneLine(text)}`;
  return {
    reason: 'unexpected-answer',
    status,
    message:
      status >= 300 && status < 400
        ? `The answer is a redirect (${status}), which is not followed: is there a proxy in front of the cluster gateway?`
        : `The answer is none that the cluster gateway gives (${status})${quoted}`,
  };
}
