import {
  planeViewFixture,
  responseError,
} from '@openchoreo-planes/backstage-plugin-planes-react/testUtils';
import { readLivePlane } from './readLivePlane';

const retry = () => undefined;
const view = planeViewFixture();
const answered = {
  value: { item: view, asOf: '2026-11-20T10:00:00Z' },
  updatedAt: 1,
  loading: false,
  retry,
};

describe('readLivePlane', () => {
  it('waits for the first answer', () => {
    expect(readLivePlane({ loading: true, retry })).toEqual({
      status: 'loading',
    });
  });

  it('shows the answer, and an old one while the backend fails', async () => {
    expect(readLivePlane(answered)).toEqual({
      status: 'ready',
      view,
      updatedAt: 1,
    });
    const error = await responseError(503, 'ServiceUnavailableError', 'Busy');
    expect(readLivePlane({ ...answered, error })).toEqual({
      status: 'ready',
      view,
      updatedAt: 1,
      error,
    });
  });

  it.each([
    [403, 'NotAllowedError', 'forbidden'],
    [404, 'NotFoundError', 'gone'],
  ])(
    'shows nothing old once the backend answers %s',
    async (status, name, expected) => {
      const error = await responseError(status, name, 'No');
      expect(readLivePlane({ ...answered, error })).toEqual({
        status: expected,
        error,
      });
    },
  );

  it('does not take a portal without the planes backend for a plane that is gone', async () => {
    const error = await responseError(404, 'Error', 'Cannot GET /api/planes');
    expect(readLivePlane({ error, loading: false, retry })).toEqual({
      status: 'unavailable',
      error,
    });
  });
});
