import { Server } from 'node:https';
import { Socket } from 'node:net';
import { TLSSocket, TlsOptions } from 'node:tls';
import { fatalAlertRecord, TLS_ALERTS } from './fatalAlert';

const TRAFFIC_SECRET = 'SERVER_TRAFFIC_SECRET_0';

/** Lets in clients with a certificate of one CA, and tells others why not, as Go's TLS servers do. */
export class ClientCertificateCheck {
  readonly #caPem: string;
  readonly #transports = new Map<string, Socket>();
  readonly #secrets = new WeakMap<TLSSocket, Buffer>();
  readonly #refused = new WeakSet<Socket>();
  /** No certificate is accepted at all. */
  refusesAll = false;

  constructor(caPem: string) {
    this.#caPem = caPem;
  }

  /** What the server must be created with. */
  get tlsOptions(): TlsOptions {
    return {
      ca: this.#caPem,
      requestCert: true,
      // Decided below, because Node refuses without an alert.
      rejectUnauthorized: false,
      minVersion: 'TLSv1.3',
    };
  }

  /** Checks every client of a server from now on. */
  attachTo(server: Server): void {
    server.on('connection', (transport: Socket) => {
      const key = endpoint(transport);
      this.#transports.set(key, transport);
      transport.once('close', () => this.#transports.delete(key));
    });
    server.on('keylog', (line, socket) => {
      const [label, , secret] = line.toString('latin1').trim().split(' ');
      if (label === TRAFFIC_SECRET) {
        this.#secrets.set(socket, Buffer.from(secret, 'hex'));
      }
    });
    // Before the server's own listener, so that it is known when the first request comes.
    server.prependListener('secureConnection', socket => this.#check(socket));
  }

  /** Whether the client at the other end was turned away: what it may have sent already must not be answered. */
  isRefused(socket: Socket): boolean {
    return this.#refused.has(socket);
  }

  #check(socket: TLSSocket): void {
    if (socket.authorized && !this.refusesAll) {
      return;
    }
    this.#refused.add(socket);
    const hasCertificate = Object.keys(socket.getPeerCertificate()).length > 0;
    const alert = hasCertificate
      ? TLS_ALERTS.unknownCa
      : TLS_ALERTS.certificateRequired;
    const secret = this.#secrets.get(socket);
    const transport = this.#transports.get(endpoint(socket));
    if (secret && transport) {
      const cipher = socket.getCipher().standardName;
      transport.end(fatalAlertRecord(secret, cipher, alert));
    } else {
      socket.destroy();
    }
  }
}

function endpoint({ remoteAddress, remotePort }: Socket): string {
  return `${remoteAddress}:${remotePort}`;
}
