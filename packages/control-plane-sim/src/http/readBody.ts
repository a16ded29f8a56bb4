import { IncomingMessage } from 'node:http';
import { parse } from 'yaml';
import { badRequest, unsupportedMediaType } from '../status/errors';
import { StatusError } from '../status/Status';
import { decodeProtobuf } from './protobuf';

/** As in Kubernetes: 3 MiB. */
const LIMIT_BYTES = 3 * 1024 * 1024;

const JSON_TYPE = 'application/json';
const YAML_TYPE = 'application/yaml';
const PROTOBUF_TYPE = 'application/vnd.kubernetes.protobuf';

async function readBytes(request: IncomingMessage): Promise<Buffer> {
  const chunks: Buffer[] = [];
  let size = 0;
  for await (const chunk of request) {
    const bytes = Buffer.from(chunk);
    size += bytes.length;
    if (size > LIMIT_BYTES) {
      throw new StatusError(
        413,
        'RequestEntityTooLarge',
        `Request entity too large: limit is ${LIMIT_BYTES}`,
      );
    }
    chunks.push(bytes);
  }
  return Buffer.concat(chunks);
}

/** The media type of a request's body, without parameters. */
export function mediaTypeOf({ headers }: IncomingMessage): string {
  return (headers['content-type'] ?? '').split(';')[0].trim().toLowerCase();
}

/**
 * Reads the body of a request as text.
 *
 * @throws StatusError 413 where it is too large
 */
export async function readBody(request: IncomingMessage): Promise<string> {
  return (await readBytes(request)).toString('utf8');
}

function yamlToJson(text: string): string {
  try {
    return JSON.stringify(parse(text, { version: '1.1' })) ?? '';
  } catch (error) {
    throw badRequest(
      `error converting YAML to JSON: ${
        error instanceof Error ? error.message : String(error)
      }`,
    );
  }
}

/**
 * Reads an object from the body of a request, as JSON text whatever it came in.
 *
 * @throws StatusError 415 for a media type that is not read, 413 where it is too large
 */
export async function readObjectBody(
  request: IncomingMessage,
): Promise<string> {
  const type = mediaTypeOf(request);
  const bytes = await readBytes(request);
  switch (type) {
    case '':
    case '*/*':
    case JSON_TYPE:
      return bytes.toString('utf8');
    case YAML_TYPE:
      return yamlToJson(bytes.toString('utf8'));
    case PROTOBUF_TYPE:
      return JSON.stringify(decodeProtobuf(bytes));
    default:
      throw unsupportedMediaType(
        `the body of the request was in an unknown format - accepted media types include: ${JSON_TYPE}, ${YAML_TYPE}, ${PROTOBUF_TYPE}`,
      );
  }
}
