import http from 'node:http';
import { withTimeout } from '@openchoreo-planes/backstage-plugin-planes-common';
import { z } from 'zod';
import { type Answer, exchange } from './exchange';
import type { Tally } from './Tally';

/** Longer than any time limit that the backend has for what it asks others. */
const TIMEOUT_MS = 90_000;
const identitySchema = z.object({
  backstageIdentity: z.object({ token: z.string() }),
});

/** A request to the portal. */
export interface PortalRequest {
  readonly method?: 'GET' | 'POST';
  readonly body?: object;
  readonly headers?: Record<string, string>;
  readonly signal?: AbortSignal;
}

/** The portal as a browser reaches it, signed in. */
export class Portal {
  readonly url: string;
  readonly token: string;
  readonly failures: string[] = [];
  readonly #tally: Tally;
  readonly #agent = new http.Agent({ keepAlive: true });

  static async signIn(url: string, tally: Tally): Promise<Portal> {
    const answer = await fetch(
      `${url}/api/auth/guest/refresh?env=development`,
      { headers: { 'X-Requested-With': 'XMLHttpRequest' } },
    );
    const { backstageIdentity } = identitySchema.parse(await answer.json());
    return new Portal(url, backstageIdentity.token, tally);
  }

  private constructor(url: string, token: string, tally: Tally) {
    this.url = url;
    this.token = token;
    this.#tally = tally;
  }

  /** Undefined where the request was given up, or failed, which is noted. */
  async send(
    path: string,
    { method = 'GET', body, headers, signal }: PortalRequest = {},
  ): Promise<Answer | undefined> {
    this.#tally.count('requests to the portal');
    const content = body && JSON.stringify(body);
    const what = `${method} ${path.replace(/[0-9a-f-]{36}/g, 'UID')}`;
    try {
      const answer = await exchange(
        `${this.url}${path}`,
        {
          method,
          agent: this.#agent,
          headers: {
            Authorization: `Bearer ${this.token}`,
            ...(content && {
              'Content-Type': 'application/json',
              'Content-Length': Buffer.byteLength(content),
            }),
            ...headers,
          },
          signal: withTimeout(TIMEOUT_MS, signal),
        },
        content,
      );
      if (answer.status === 500) {
        this.#fail(`${what} answered 500: ${answer.text.slice(0, 300)}`);
      }
      return answer;
    } catch (error) {
      if (!signal?.aborted) {
        this.#fail(`${what}: ${String(error)}`);
      }
      return undefined;
    }
  }

  /** The body of an answer; undefined where there is none to be had. */
  async read(path: string, request?: PortalRequest): Promise<unknown> {
    const answer = await this.send(path, request);
    return answer?.status === 200 ? JSON.parse(answer.text) : undefined;
  }

  /** Closes what is kept open. */
  close(): void {
    this.#agent.destroy();
  }

  #fail(failure: string): void {
    this.failures.push(failure);
  }
}
