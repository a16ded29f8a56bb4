import { decodeProtobuf } from './protobuf';

function field(number: number, content: string | Buffer): Buffer {
  const bytes = Buffer.from(content);
  const length =
    bytes.length < 128
      ? [bytes.length]
      : [128 + (bytes.length % 128), Math.floor(bytes.length / 128)];
  return Buffer.concat([Buffer.from([number * 8 + 2, ...length]), bytes]);
}

function envelope(apiVersion: string, kind: string, raw: Buffer): Buffer {
  return Buffer.concat([
    Buffer.from('k8s\0'),
    field(1, Buffer.concat([field(1, apiVersion), field(2, kind)])),
    field(2, raw),
    field(3, ''),
  ]);
}

function entry(key: string, value: string): Buffer {
  return Buffer.concat([field(1, key), field(2, value)]);
}

describe('decodeProtobuf', () => {
  it('reads a namespace as kubectl sends it', () => {
    const metadata = Buffer.concat([
      field(1, 'acme'),
      // An empty creationTimestamp, which is of no use.
      field(8, ''),
      field(11, entry('a', 'b')),
      field(11, entry('c', 'x'.repeat(200))),
      field(14, 'one/f'),
      field(14, 'two/f'),
    ]);
    const raw = Buffer.concat([field(1, metadata), field(2, ''), field(3, '')]);
    expect(decodeProtobuf(envelope('v1', 'Namespace', raw))).toEqual({
      apiVersion: 'v1',
      kind: 'Namespace',
      metadata: {
        name: 'acme',
        labels: { a: 'b', c: 'x'.repeat(200) },
        finalizers: ['one/f', 'two/f'],
      },
    });
  });

  it('reads a secret, its values as base64', () => {
    const raw = Buffer.concat([
      field(1, field(1, 's')),
      field(2, entry('k', 'v')),
      field(3, 'Opaque'),
      Buffer.from([5 * 8, 1]),
    ]);
    expect(decodeProtobuf(envelope('v1', 'Secret', raw))).toEqual({
      apiVersion: 'v1',
      kind: 'Secret',
      metadata: { name: 's' },
      data: { k: 'dg==' },
      type: 'Opaque',
      immutable: true,
    });
  });

  it.each([
    ['what is no protobuf', Buffer.from('{}')],
    ['an object that it does not know', envelope('v1', 'Pod', field(1, ''))],
    ['what is cut off', envelope('v1', 'Secret', Buffer.from([0x80]))],
  ])('refuses %s', (_note, bytes) => {
    expect(() => decodeProtobuf(bytes)).toThrow(/protobuf/);
  });
});
