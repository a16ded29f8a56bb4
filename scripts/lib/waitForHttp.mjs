import { setTimeout as sleep } from 'node:timers/promises';

const PROBE_TIMEOUT_MS = 5_000;
const PROBE_INTERVAL_MS = 500;

/**
 * Waits until a URL answers with a success.
 *
 * @param {string} url
 * @param {{ signal: AbortSignal, accept?: (body: string) => boolean }} options - `accept` looks at the body
 */
export async function waitForHttp(url, { signal, accept = () => true }) {
  for (;;) {
    signal.throwIfAborted();
    if (await answers(url, signal, accept)) {
      return;
    }
    await sleep(PROBE_INTERVAL_MS, undefined, { signal });
  }
}

/**
 * @param {string} url
 * @param {AbortSignal} signal
 * @param {(body: string) => boolean} accept
 */
async function answers(url, signal, accept) {
  try {
    const response = await fetch(url, {
      signal: AbortSignal.any([signal, AbortSignal.timeout(PROBE_TIMEOUT_MS)]),
    });
    return response.ok && accept(await response.text());
  } catch {
    return false;
  }
}
