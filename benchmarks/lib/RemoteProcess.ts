import { type ChildProcess, fork } from 'node:child_process';
import { resolve } from 'node:path';

interface Request<Command> {
  readonly id: number;
  readonly command: Command;
}

interface Reply {
  readonly id: number;
  readonly result?: unknown;
  readonly error?: string;
}

/** A process of its own that does what it is told, so that its work does not count as the portal's. */
export class RemoteProcess<Command> {
  readonly #child: ChildProcess;
  readonly #waiting = new Map<number, (reply: Reply) => void>();
  #nextId = 0;

  /** @param file - in this folder; calls {@link serveParent} */
  constructor(file: string) {
    this.#child = fork(resolve(__dirname, file));
    this.#child.on('message', (reply: Reply) => {
      this.#waiting.get(reply.id)?.(reply);
      this.#waiting.delete(reply.id);
    });
  }

  /** @throws Error with what went wrong there */
  ask(command: Command): Promise<unknown> {
    const request: Request<Command> = { id: this.#nextId++, command };
    return new Promise((fulfil, reject) => {
      this.#waiting.set(request.id, ({ result, error }) =>
        error === undefined ? fulfil(result) : reject(new Error(error)),
      );
      this.#child.send(request);
    });
  }

  /** Ends the process. */
  end(): void {
    this.#child.disconnect();
  }
}

/** Does in this process what the one that started it asks for. */
export function serveParent<Command>(
  handle: (command: Command) => Promise<unknown>,
): void {
  process.on('message', ({ id, command }: Request<Command>) => {
    const answer = (reply: Omit<Reply, 'id'>) =>
      process.send?.({ id, ...reply });
    handle(command)
      .then(result => answer({ result }))
      .catch((error: unknown) => answer({ error: String(error) }));
  });
  process.on('disconnect', () => process.exit(0));
}
