import { once } from 'node:events';
import { connect, createServer, type Server, type Socket } from 'node:net';

/** How a database can be away: it refuses, or nothing that is sent arrives. */
export type Absence = 'refuses' | 'silent';

/** Stands between replicas and a PostgreSQL server, and takes it away from them. */
export class DatabaseProxy {
  readonly #server: Server;
  readonly #sockets = new Set<Socket>();
  readonly #connect: () => Socket;
  #absence: Absence | undefined;

  /** @param target - as `host` and `port` of a connection of `pg` have it: a host name, or the folder of a socket */
  static async start(target: {
    host: string;
    port?: number;
  }): Promise<DatabaseProxy> {
    const proxy = new DatabaseProxy(target);
    proxy.#server.listen(0, '127.0.0.1');
    await once(proxy.#server, 'listening');
    return proxy;
  }

  private constructor({ host, port = 5432 }: { host: string; port?: number }) {
    this.#connect = () =>
      host.startsWith('/')
        ? connect(`${host}/.s.PGSQL.${port}`)
        : connect(port, host);
    this.#server = createServer(socket => this.#accept(socket));
  }

  get port(): number {
    const address = this.#server.address();
    if (address === null || typeof address === 'string') {
      throw new Error('The proxy does not listen');
    }
    return address.port;
  }

  takeAway(absence: Absence): void {
    this.#absence = absence;
    for (const socket of this.#sockets) {
      if (absence === 'refuses') {
        socket.destroy();
      } else {
        // Connections stay open, as with a machine that is gone.
        socket.unpipe();
        socket.pause();
      }
    }
  }

  giveBack(): void {
    this.#absence = undefined;
    // A machine that is back knows nothing of the connections of before, and says so.
    for (const socket of this.#sockets) {
      socket.destroy();
    }
  }

  async stop(): Promise<void> {
    this.#server.close();
    for (const socket of this.#sockets) {
      socket.destroy();
    }
    await once(this.#server, 'close');
  }

  #accept(client: Socket): void {
    this.#track(client);
    if (this.#absence === 'refuses') {
      client.destroy();
      return;
    }
    if (this.#absence === 'silent') {
      client.pause();
      return;
    }
    const upstream = this.#connect();
    this.#track(upstream);
    client.pipe(upstream).pipe(client);
    client.on('close', () => upstream.destroy());
    upstream.on('close', () => client.destroy());
  }

  #track(socket: Socket): void {
    this.#sockets.add(socket);
    socket.on('close', () => this.#sockets.delete(socket));
    // A connection that breaks is what this is for; its end follows.
    socket.on('error', () => {});
  }
}
