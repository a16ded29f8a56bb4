import type {
  ControlPlaneReader,
  ResourceList,
} from '@openchoreo-planes/backstage-plugin-planes-node';
import { CachedLists } from './CachedLists';

const environment = {
  apiVersion: 'openchoreo.dev/v1alpha1',
  metadata: {
    name: 'dev',
    namespace: 'acme',
    managedFields: [{ manager: 'kubectl' }],
    annotations: {
      'openchoreo.dev/display-name': 'Development',
      'kubectl.kubernetes.io/last-applied-configuration': '{}',
    },
  },
  spec: { dataPlaneRef: { kind: 'DataPlane', name: 'eu' }, gateway: {} },
};

describe('CachedLists', () => {
  let now: number;
  let answer: () => Promise<ResourceList>;
  let reader: { list: jest.MockedFunction<ControlPlaneReader['list']> };
  let lists: CachedLists;

  beforeEach(() => {
    now = Date.parse('2026-11-21T10:00:00Z');
    answer = async () => ({ ok: true, items: [environment] });
    reader = {
      list: jest.fn<
        ReturnType<ControlPlaneReader['list']>,
        Parameters<ControlPlaneReader['list']>
      >(() => answer()),
    };
    lists = new CachedLists({ reader, clock: () => new Date(now) });
  });

  afterEach(() => {
    jest.restoreAllMocks();
  });

  it('keeps what tells on which plane a resource depends, and drops the rest', async () => {
    const { list } = await lists.get('default', 'environments');
    expect(list).toEqual({
      ok: true,
      items: [
        {
          metadata: {
            name: 'dev',
            namespace: 'acme',
            annotations: { 'openchoreo.dev/display-name': 'Development' },
          },
          spec: { dataPlaneRef: { kind: 'DataPlane', name: 'eu' } },
        },
      ],
    });
  });

  it('reads once for everybody who asks within half a minute', async () => {
    await Promise.all([
      lists.get('default', 'environments'),
      lists.get('default', 'environments'),
    ]);
    now += 29_000;
    const { readAt } = await lists.get('default', 'environments');
    expect(readAt.toISOString()).toBe('2026-11-21T10:00:00.000Z');
    expect(reader.list).toHaveBeenCalledTimes(1);
    now += 1_000;
    await Promise.all([
      lists.get('default', 'environments'),
      lists.get('default', 'environments'),
    ]);
    expect(reader.list).toHaveBeenCalledTimes(2);
  });

  it('reads each plural of each control plane', async () => {
    await lists.get('default', 'environments');
    await lists.get('default', 'workflows');
    await lists.get('edge', 'environments');
    expect(
      reader.list.mock.calls.map(([name, plural]) => [name, plural]),
    ).toEqual([
      ['default', 'environments'],
      ['default', 'workflows'],
      ['edge', 'environments'],
    ]);
  });

  it('keeps a failure as long as a list', async () => {
    answer = async () => ({ ok: false, reason: 'forbidden', message: 'no' });
    await lists.get('default', 'environments');
    const { list } = await lists.get('default', 'environments');
    expect(list).toEqual({ ok: false, reason: 'forbidden', message: 'no' });
    expect(reader.list).toHaveBeenCalledTimes(1);
  });

  it('gives up when the control plane does not answer in time', async () => {
    const timeout = new AbortController();
    jest.spyOn(AbortSignal, 'timeout').mockReturnValue(timeout.signal);
    reader.list.mockImplementation(async (_name, _plural, { signal }) => {
      timeout.abort(new Error('too late'));
      throw signal.reason;
    });
    const { list } = await lists.get('default', 'environments');
    expect(list).toEqual({
      ok: false,
      reason: 'unavailable',
      message: 'The control plane did not answer within 15 seconds.',
    });
  });

  it('does not keep an unexpected error', async () => {
    reader.list.mockRejectedValueOnce(new Error('bug'));
    await expect(lists.get('default', 'environments')).rejects.toThrow('bug');
    const { list } = await lists.get('default', 'environments');
    expect(list.ok).toBe(true);
  });
});
