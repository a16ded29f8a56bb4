import { EventEmitter, once } from 'node:events';
import type { ConnectionTestEvent } from '@openchoreo-planes/backstage-plugin-planes-common';
import express from 'express';
import request from 'supertest';
import { streamEvents } from './streamEvents';

describe('a stream of events', () => {
  beforeEach(() => {
    jest.useFakeTimers({
      doNotFake: [
        'Date',
        'nextTick',
        'queueMicrotask',
        'setImmediate',
        'clearImmediate',
        'setTimeout',
        'clearTimeout',
      ],
    });
  });

  afterEach(() => {
    jest.useRealTimers();
  });

  it('shows every 15 seconds that it is alive, passes buffers by, and stops when it ends', async () => {
    const control = new EventEmitter();
    const flush = jest.fn();
    async function* events(): AsyncGenerator<ConnectionTestEvent> {
      yield { type: 'error', message: 'first' };
      control.emit('first');
      await once(control, 'go on');
      yield { type: 'error', message: 'second' };
    }
    const app = express().get('/', async (_, res) => {
      await streamEvents(Object.assign(res, { flush }), events());
    });
    const firstSent = once(control, 'first');
    const answer = request(app).get('/').buffer(true).then();
    await firstSent;
    jest.advanceTimersByTime(30_000);
    control.emit('go on');
    const { text } = await answer;
    const data = (message: string) =>
      `event: error\ndata: {"type":"error","message":"${message}"}\n\n`;
    const alive = ': still there\n\n';
    expect(text).toBe(`${data('first')}${alive}${alive}${data('second')}`);
    expect(flush).toHaveBeenCalledTimes(4);
    expect(jest.getTimerCount()).toBe(0);
  });
});
