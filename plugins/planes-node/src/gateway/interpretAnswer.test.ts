import { interpretAnswer } from './interpretAnswer';
import type { GatewayFailureReason } from './types';

const TEXT = 'text/plain; charset=utf-8';
const JSON_TYPE = 'application/json';
const HTML = 'text/html';
const status = (code: number, reason: string) =>
  JSON.stringify({ kind: 'Status', message: 'no', reason, code });

describe('interpretAnswer', () => {
  it.each<
    [number, string | undefined, string, GatewayFailureReason, RegExp | string]
  >([
    [400, TEXT, 'Path contains null bytes', 'refused', /null bytes/],
    [401, JSON_TYPE, status(401, 'Unauthorized'), 'forbidden', /401: no/],
    [403, JSON_TYPE, status(403, 'Forbidden'), 'forbidden', /403: no/],
    [
      403,
      TEXT,
      'Forbidden: Agent not authorized for CR a/b',
      'not-authorised',
      /not signed by the agent CA/,
    ],
    [403, TEXT, 'Target not allowed: logs', 'refused', /Target not allowed/],
    [403, HTML, '<h1>Forbidden</h1>', 'unexpected-answer', /\(403\)$/],
    [404, undefined, '', 'target-unknown', /does not offer/],
    [404, JSON_TYPE, status(404, 'NotFound'), 'not-found', /404: no/],
    [413, TEXT, 'Request body too large: 9 bytes', 'refused', /too large/],
    [429, JSON_TYPE, status(429, 'TooManyRequests'), 'kubernetes-error', /429/],
    [500, undefined, '', 'target-unreachable', /empty 500/],
    [500, JSON_TYPE, status(500, 'InternalError'), 'kubernetes-error', /500/],
    [502, undefined, '', 'target-unreachable', /empty 502/],
    [
      502,
      TEXT,
      'proxy request failed: HTTP tunnel request timeout\n',
      'tunnel-timeout',
      /30 seconds/,
    ],
    [
      502,
      TEXT,
      'proxy request failed: failed to send HTTP tunnel request: broken pipe',
      'tunnel-broken',
      /connection broke/,
    ],
    [502, HTML, '<h1>Bad Gateway</h1>', 'unexpected-answer', /\(502\)$/],
    [503, undefined, '', 'unexpected-answer', /\(503\)$/],
    [302, HTML, '<a href="/login">', 'unexpected-answer', /redirect \(302\)/],
    [200, HTML, '<form>', 'unexpected-answer', /login page/],
    [200, JSON_TYPE, '{"cut', 'unexpected-answer', /not JSON/],
    [200, JSON_TYPE, '', 'unexpected-answer', /not JSON/],
  ])('%s %s %j is %s', (code, contentType, body, reason, message) => {
    expect(interpretAnswer({ status: code, contentType, body })).toEqual({
      ok: false,
      failure: expect.objectContaining({
        reason,
        status: code,
        message: expect.stringMatching(message),
      }),
    });
  });

  it('hands a text over where one was asked for, whatever its type', () => {
    const answer = { status: 200, contentType: undefined, body: 'line 1\n' };
    expect(interpretAnswer(answer, 'text')).toEqual({
      ok: true,
      value: 'line 1\n',
    });
  });

  it('quotes a foreign text on one line and not at length', () => {
    const body = `first\nsecond ${'x'.repeat(10_000)}`;
    const answer = { status: 400, contentType: TEXT, body };
    const outcome = interpretAnswer(answer);
    expect(!outcome.ok && outcome.failure.message).toMatch(
      /: first second x+…$/,
    );
    expect(!outcome.ok && outcome.failure.message.length).toBeLessThan(400);
  });
});
