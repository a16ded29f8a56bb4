import assert from 'node:assert/strict';
import { test } from 'node:test';
import { configReference } from './configReference.mjs';

/** @param {Record<string, import('./configReference.mjs').JsonSchema>} planes */
const planesRows = planes =>
  configReference([
    {
      properties: {
        openchoreo: { properties: { planes: { properties: planes } } },
      },
    },
  ])
    .split('\n')
    .filter(line => line.startsWith('| `'));

test('takes the default out of the description', () => {
  const description = 'How old it may be. Default: `5m`. At least a minute.';
  assert.deepEqual(
    planesRows({ staleAfter: { type: 'string', description } }),
    [
      '| `staleAfter` | string | `5m` | How old it may be. At least a minute. |',
    ],
  );
});

test('names durations, choices, lists and what is required', () => {
  const duration = {
    anyOf: [
      { type: 'object', properties: { milliseconds: { type: 'number' } } },
      { type: 'string' },
    ],
  };
  const rows = planesRows({
    interval: duration,
    mode: { type: 'string', enum: ['apply', 'manifest'], description: 'a | b' },
    names: { type: 'array', items: { type: 'string' } },
    test: {
      type: 'object',
      required: ['url'],
      properties: { url: { type: 'string' } },
    },
  });
  assert.deepEqual(rows, [
    '| `interval` | duration |  |  |',
    '| `mode` | `apply` or `manifest` |  | a \\| b |',
    '| `names` | list of strings |  |  |',
    '| `test.url` | string | required |  |',
  ]);
});

test('gives nested sections tables of their own', () => {
  const text = configReference([
    {
      properties: {
        openchoreo: {
          properties: {
            controlPlanes: {
              type: 'array',
              description: 'All of them.',
              items: {
                properties: {
                  name: { type: 'string' },
                  gateway: {
                    type: 'object',
                    description: 'The gateway.',
                    properties: { url: { type: 'string' } },
                  },
                },
              },
            },
          },
        },
      },
    },
  ]);
  assert.match(
    text,
    /## `openchoreo\.controlPlanes\[\]`\n\nAll of them\.\n\n.*\n.*\n\| `name` .*\n\| `gateway` /,
  );
  assert.match(
    text,
    /## `openchoreo\.controlPlanes\[\]\.gateway`\n\nThe gateway\.\n\n.*\n.*\n\| `url` /,
  );
});
