import { JsonObject } from '../objects/json';
import { badRequest } from '../status/errors';

/*
 * kubectl sends the few built-in objects that it creates itself in Kubernetes' protobuf encoding: a magic
 * number, an envelope with kind and version, and in it the object. Only what those objects hold is read.
 */

type FieldType =
  | 'string'
  | 'bool'
  /** Repeated strings. */
  | 'strings'
  | 'stringMap'
  /** Values as base64, as JSON has them. */
  | 'bytesMap'
  | Message;

interface Message {
  [fieldNumber: number]: readonly [name: string, type: FieldType];
}

const MAGIC = Buffer.from('k8s\0');
const LENGTH_DELIMITED = 2;
const VARINT = 0;
const WIRE_SIZES: Record<number, number> = { 1: 8, 5: 4 };

const OBJECT_META: Message = {
  1: ['name', 'string'],
  2: ['generateName', 'string'],
  3: ['namespace', 'string'],
  11: ['labels', 'stringMap'],
  12: ['annotations', 'stringMap'],
  14: ['finalizers', 'strings'],
};

const OBJECTS: Record<string, Message> = {
  Namespace: { 1: ['metadata', OBJECT_META] },
  Secret: {
    1: ['metadata', OBJECT_META],
    2: ['data', 'bytesMap'],
    3: ['type', 'string'],
    4: ['stringData', 'stringMap'],
    5: ['immutable', 'bool'],
  },
  SelfSubjectAccessReview: {
    2: [
      'spec',
      {
        1: [
          'resourceAttributes',
          {
            1: ['namespace', 'string'],
            2: ['verb', 'string'],
            3: ['group', 'string'],
            5: ['resource', 'string'],
            6: ['subresource', 'string'],
            7: ['name', 'string'],
          },
        ],
        2: ['nonResourceAttributes', { 1: ['path', 'string'] }],
      },
    ],
  },
  SelfSubjectRulesReview: { 2: ['spec', { 1: ['namespace', 'string'] }] },
};

const ENVELOPE: Message = {
  1: ['typeMeta', { 1: ['apiVersion', 'string'], 2: ['kind', 'string'] }],
};
const RAW_FIELD = 2;

interface WireField {
  number: number;
  bytes: Buffer;
  varint: number;
}

function* wireFields(buffer: Buffer): Generator<WireField> {
  let offset = 0;
  const readVarint = () => {
    let value = 0;
    let factor = 1;
    let byte;
    do {
      byte = buffer.readUInt8(offset);
      offset += 1;
      value += (byte & 0x7f) * factor;
      factor *= 128;
    } while (byte >= 0x80);
    return value;
  };
  while (offset < buffer.length) {
    const tag = readVarint();
    const number = Math.floor(tag / 8);
    const wireType = tag % 8;
    const varint =
      wireType === VARINT || wireType === LENGTH_DELIMITED ? readVarint() : 0;
    const size =
      wireType === LENGTH_DELIMITED ? varint : WIRE_SIZES[wireType] ?? 0;
    yield { number, bytes: buffer.subarray(offset, offset + size), varint };
    offset += size;
  }
}

function mapEntry(bytes: Buffer, encoding: 'utf8' | 'base64') {
  const entry = { key: '', value: '' };
  for (const field of wireFields(bytes)) {
    if (field.number === 1) {
      entry.key = field.bytes.toString('utf8');
    } else {
      entry.value = field.bytes.toString(encoding);
    }
  }
  return { [entry.key]: entry.value };
}

function decodeMessage(buffer: Buffer, message: Message): JsonObject {
  const object: JsonObject = {};
  for (const { number, bytes, varint } of wireFields(buffer)) {
    const [name, type] = message[number] ?? [];
    if (name === undefined || type === undefined) {
      continue;
    }
    const soFar = object[name];
    if (type === 'string') {
      object[name] = bytes.toString('utf8');
    } else if (type === 'bool') {
      object[name] = varint !== 0;
    } else if (type === 'strings') {
      const list = Array.isArray(soFar) ? soFar : [];
      object[name] = [...list, bytes.toString('utf8')];
    } else if (type === 'stringMap' || type === 'bytesMap') {
      const encoding = type === 'bytesMap' ? 'base64' : 'utf8';
      const map = typeof soFar === 'object' ? soFar : {};
      object[name] = { ...map, ...mapEntry(bytes, encoding) };
    } else {
      object[name] = decodeMessage(bytes, type);
    }
  }
  return object;
}

/**
 * Reads a built-in object in Kubernetes' protobuf encoding.
 *
 * @throws StatusError 400 where it is none that is known
 */
export function decodeProtobuf(buffer: Buffer): JsonObject {
  const envelope = buffer.subarray(MAGIC.length);
  if (!buffer.subarray(0, MAGIC.length).equals(MAGIC)) {
    throw badRequest('the body of the request is not Kubernetes protobuf');
  }
  try {
    const { typeMeta } = decodeMessage(envelope, ENVELOPE);
    const identity = { apiVersion: '', kind: '', ...Object(typeMeta) };
    const message = OBJECTS[identity.kind];
    const raw = [...wireFields(envelope)].find(
      field => field.number === RAW_FIELD,
    );
    if (message && raw) {
      return { ...identity, ...decodeMessage(raw.bytes, message) };
    }
  } catch {
    // Falls through: what cannot be decoded is answered like what is not known.
  }
  throw badRequest(
    'this development server does not read this object in protobuf; send it as JSON',
  );
}
