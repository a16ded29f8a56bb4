import { ServerResponse } from 'node:http';

/** Answers with JSON, as the gateway's own endpoints do. */
export function respondGatewayJson(
  response: ServerResponse,
  body: object,
): void {
  const text = `${JSON.stringify(body)}\n`;
  response.writeHead(200, {
    'Content-Type': 'application/json',
    'Content-Length': Buffer.byteLength(text),
  });
  response.end(text);
}

/** Answers with an error, as Go's `http.Error` does. */
export function respondGatewayError(
  response: ServerResponse,
  status: number,
  message: string,
  headers: Record<string, string> = {},
): void {
  const text = `${message}\n`;
  response.writeHead(status, {
    ...headers,
    'Content-Type': 'text/plain; charset=utf-8',
    'X-Content-Type-Options': 'nosniff',
    'Content-Length': Buffer.byteLength(text),
  });
  response.end(text);
}

/** Answers without a body, as the gateway does for errors that the agent found. */
export function respondEmpty(response: ServerResponse, status: number): void {
  response.writeHead(status, { 'Content-Length': 0 });
  response.end();
}
