import assert from 'node:assert/strict';
import { test } from 'node:test';
import { readNumber, readOptions, readPort } from './options.mjs';

test('refuses a wrong command line with the usage', () => {
  const read = () =>
    readOptions(
      { port: { type: 'string' } },
      { usage: 'Usage: start', args: ['--prot', '1'] },
    );
  assert.throws(read, /'--prot'[\s\S]*Usage: start/);
  assert.equal(readPort('7007', '--port'), 7007);
  for (const wrong of ['0', '70000', '7.5', 'http', '']) {
    assert.throws(() => readPort(wrong, '--port'), /--port takes a port/);
  }
});

test('reads whole numbers', () => {
  assert.equal(readNumber('10', '--minutes', { min: 1 }), 10);
  for (const wrong of ['0', '-1', '1.5', 'ten', '', ' ']) {
    assert.throws(
      () => readNumber(wrong, '--minutes', { min: 1 }),
      /--minutes takes a whole number of at least 1/,
    );
  }
});
