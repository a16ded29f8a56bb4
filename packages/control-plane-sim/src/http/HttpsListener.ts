import { createServer, Server } from 'node:https';
import { RequestListener } from 'node:http';
import { AddressInfo, Socket } from 'node:net';
import { TlsOptions } from 'node:tls';

/** Key and certificate of a server, PEM. */
export interface ServerIdentity {
  certPem: string;
  keyPem: string;
  caPem: string;
}

/** An HTTPS server on 127.0.0.1 that can be stopped, with every connection, and started again on the same port. */
export class HttpsListener {
  #identity: ServerIdentity;
  readonly #handle: RequestListener;
  readonly #tls: TlsOptions;
  readonly #sockets = new Set<Socket>();
  #port: number;
  readonly #prepare: (server: Server) => void;
  #server: Server | undefined;

  /**
   * @param prepare - called with every server before it listens, for what goes beyond answering requests
   * @param tls - further settings of TLS
   */
  constructor(
    identity: ServerIdentity,
    port: number,
    handle: RequestListener,
    {
      prepare = () => {},
      tls = {},
    }: { prepare?: (server: Server) => void; tls?: TlsOptions } = {},
  ) {
    this.#identity = identity;
    this.#port = port;
    this.#handle = handle;
    this.#prepare = prepare;
    this.#tls = tls;
  }

  /** The port that it listens on, known after the first start. */
  get port(): number {
    return this.#port;
  }

  get isListening(): boolean {
    return this.#server !== undefined;
  }

  /** Starts to listen; rejects where the port is taken. */
  async start(): Promise<void> {
    if (this.#server) {
      return;
    }
    const { certPem, keyPem } = this.#identity;
    const server = createServer(
      { ...this.#tls, cert: certPem, key: keyPem, keepAlive: true },
      this.#handle,
    );
    this.#prepare(server);
    server.keepAliveTimeout = 0;
    server.requestTimeout = 0;
    // Until the handshake is over a connection is known by its TCP socket only.
    server.on('connection', socket => this.#track(socket));
    server.on('secureConnection', socket => this.#track(socket));
    await new Promise<void>((resolve, reject) => {
      server.once('error', reject);
      server.listen(this.#port, '127.0.0.1', () => {
        server.off('error', reject);
        resolve();
      });
    });
    this.#server = server;
    const address = server.address();
    this.#port = isAddressInfo(address) ? address.port : this.#port;
  }

  /** Stops to listen and resets every connection. */
  async stop(): Promise<void> {
    const server = this.#server;
    this.#server = undefined;
    if (server) {
      const closed = new Promise<void>(resolve => {
        server.close(() => resolve());
      });
      this.resetConnections();
      await closed;
    }
  }

  /** Shows another certificate from now on, and resets every connection. */
  replaceIdentity(identity: ServerIdentity): void {
    this.#identity = identity;
    const { certPem, keyPem } = identity;
    this.#server?.setSecureContext({
      ...this.#tls,
      cert: certPem,
      key: keyPem,
    });
    this.resetConnections();
  }

  /** Resets every connection; new ones are answered. */
  resetConnections(): void {
    for (const socket of this.#sockets) {
      socket.destroy();
    }
  }

  #track(socket: Socket): void {
    this.#sockets.add(socket);
    socket.once('close', () => this.#sockets.delete(socket));
  }
}

function isAddressInfo(
  address: string | AddressInfo | null,
): address is AddressInfo {
  return typeof address === 'object' && address !== null;
}
