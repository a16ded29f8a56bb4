import { once } from 'node:events';
import { IncomingHttpHeaders, IncomingMessage } from 'node:http';
import { Agent, request } from 'node:https';
import { createInterface } from 'node:readline';

/** A server to send requests to. */
export interface RequestTarget {
  url: string;
  caPem: string;
}

/** A request of a test. */
export interface TestRequest {
  method?: string;
  path: string;
  token?: string;
  headers?: Record<string, string>;
  /** JSON unless it is a string. */
  body?: unknown;
}

/** What was answered. */
export interface TestAnswer {
  status: number;
  headers: IncomingHttpHeaders;
  text: string;
}

function open(
  target: RequestTarget,
  sent: TestRequest,
): Promise<IncomingMessage> {
  const { method = 'GET', path, token, headers, body } = sent;
  const content =
    body === undefined || typeof body === 'string'
      ? body ?? ''
      : JSON.stringify(body);
  return new Promise((resolve, reject) => {
    const outgoing = request(
      new URL(path, target.url),
      {
        method,
        // A connection of its own, so that nothing is kept open between tests.
        agent: new Agent({ ca: target.caPem, keepAlive: false }),
        headers: {
          ...(token ? { Authorization: `Bearer ${token}` } : {}),
          ...(body === undefined
            ? {}
            : {
                'Content-Type': 'application/json',
                'Content-Length': Buffer.byteLength(content),
              }),
          ...headers,
        },
      },
      resolve,
    );
    outgoing.once('error', reject);
    outgoing.end(content);
  });
}

/** Sends a request and reads the whole answer; rejects where the connection breaks. */
export async function send(
  target: RequestTarget,
  sent: TestRequest,
): Promise<TestAnswer> {
  const answer = await open(target, sent);
  const chunks: Buffer[] = [];
  for await (const chunk of answer) {
    chunks.push(Buffer.from(chunk));
  }
  return {
    status: answer.statusCode ?? 0,
    headers: answer.headers,
    text: Buffer.concat(chunks).toString('utf8'),
  };
}

/** An open watch. */
export interface TestWatch {
  /** The next line as it came; undefined when the answer has ended or broken. */
  nextLine(): Promise<string | undefined>;
  /** The next event. */
  next(): Promise<WatchEvent>;
  close(): void;
}

/** An event, as far as tests look at it. */
export interface WatchEvent {
  type: string;
  object: {
    kind: string;
    message?: string;
    code?: number;
    reason?: string;
    metadata: {
      name?: string;
      namespace?: string;
      resourceVersion: string;
      annotations?: Record<string, string>;
      deletionTimestamp?: string;
      labels?: Record<string, string>;
    };
    [field: string]: unknown;
  };
}

/** Opens a watch; resolves when the answer has begun. */
export async function openWatch(
  target: RequestTarget,
  sent: TestRequest,
): Promise<TestWatch> {
  const answer = await open(target, sent);
  const lines = createInterface({ input: answer });
  const waiting: string[] = [];
  let ended = false;
  const wake = new EventTarget();
  const signal = () => wake.dispatchEvent(new Event('change'));
  lines.on('line', line => {
    waiting.push(line);
    signal();
  });
  const end = () => {
    ended = true;
    signal();
  };
  answer.once('error', end);
  answer.once('close', end);
  lines.once('error', end);
  lines.once('close', end);
  const nextLine = async () => {
    while (waiting.length === 0 && !ended) {
      await once(wake, 'change');
    }
    return waiting.shift();
  };
  return {
    nextLine,
    next: async () => {
      const line = await nextLine();
      if (line === undefined) {
        throw new Error('The watch has ended');
      }
      return JSON.parse(line);
    },
    close: () => answer.destroy(),
  };
}
