import { readFile } from 'node:fs/promises';
import { request } from 'node:https';
import { join } from 'node:path';
import { UserError } from './userError.mjs';

const TIMEOUT_MS = 10_000;

/**
 * Asks an embedded control plane for something that only its administrator may ask.
 *
 * @param {string} directory - of its files
 * @param {string} path - for example `/sim/gateway`
 * @param {object} body
 * @returns {Promise<Record<string, unknown>>} what it answers
 * @throws {UserError} with what it says, where it refuses or does not run
 */
export async function askControlPlane(directory, path, body) {
  const [ca, token, kubeconfig] = await Promise.all(
    ['ca.crt', 'admin.token', 'kubeconfig'].map(file =>
      readFile(join(directory, file), 'utf8'),
    ),
  );
  const server = /^\s*server: *"?([^"\s]+)/m.exec(kubeconfig)?.[1] ?? '';
  const { status, text } = await post(new URL(path, server), {
    ca,
    token: token.trim(),
    body,
  });
  if (status >= 400) {
    throw new UserError(`The control plane refused it: ${messageOf(text)}`);
  }
  return JSON.parse(text);
}

/**
 * @param {URL} url
 * @param {{ ca: string, token: string, body: object }} options
 * @returns {Promise<{ status: number, text: string }>}
 */
function post(url, { ca, token, body }) {
  return new Promise((resolve, reject) => {
    const outgoing = request(
      url,
      {
        method: 'POST',
        ca,
        headers: {
          Authorization: `Bearer ${token}`,
          'Content-Type': 'application/json',
        },
        signal: AbortSignal.timeout(TIMEOUT_MS),
      },
      async answer => {
        let text = '';
        for await (const chunk of answer.setEncoding('utf8')) {
          text += chunk;
        }
        resolve({ status: answer.statusCode ?? 0, text });
      },
    );
    outgoing.on('error', error =>
      reject(
        new UserError(
          `The embedded control plane does not answer (${error.message}): is npm start running?`,
        ),
      ),
    );
    outgoing.end(JSON.stringify(body));
  });
}

/** @param {string} text */
function messageOf(text) {
  try {
    return JSON.parse(text).message ?? text;
  } catch {
    return text;
  }
}
