import { once } from 'node:events';
import { createServer } from 'node:net';
import { UserError } from './userError.mjs';

/**
 * @param {number} port - 0 for any
 * @returns {Promise<number>} the port, which was free a moment ago
 */
async function tryPort(port) {
  const server = createServer();
  server.listen(port, '127.0.0.1');
  await once(server, 'listening');
  const address = server.address();
  server.close();
  await once(server, 'close');
  return typeof address === 'object' && address ? address.port : port;
}

/** A TCP port of the loopback interface that is free at this moment. */
export function freePort() {
  return tryPort(0);
}

/**
 * @param {number} port
 * @param {string} remedy - what to do instead, as a sentence
 * @throws {UserError} when the port cannot be listened on
 */
export async function requireFreePort(port, remedy) {
  try {
    await tryPort(port);
  } catch (error) {
    const reason =
      error instanceof Error && 'code' in error && error.code === 'EACCES'
        ? 'needs more rights than you have'
        : 'is taken by another program';
    throw new UserError(`Port ${port} ${reason}. ${remedy}`);
  }
}
