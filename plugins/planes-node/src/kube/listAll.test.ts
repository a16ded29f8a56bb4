import { KubernetesApiError, UnexpectedAnswerError } from './errors';
import type { KubernetesApi } from './KubernetesApi';
import { listAll } from './listAll';

const { signal } = new AbortController();

function apiAnswering(answers: Record<string, unknown[]>) {
  const asked: string[] = [];
  const api: KubernetesApi = {
    async getJson(path) {
      asked.push(path);
      const answer = answers[path]?.shift();
      if (answer instanceof Error) {
        throw answer;
      }
      return answer;
    },
    async *watch() {},
  };
  return { api, asked };
}

function page(items: unknown[], next?: string) {
  return {
    kind: 'DataPlaneList',
    metadata: { resourceVersion: '7', ...(next && { continue: next }) },
    items,
  };
}

const list = (api: KubernetesApi) =>
  listAll(api, '/planes', { read: object => object, signal });

describe('listAll', () => {
  it('reads every page, passing the continue token on', async () => {
    const { api, asked } = apiAnswering({
      '/planes?limit=500': [page(['a', 'b'], 'x/=')],
      '/planes?limit=500&continue=x%2F%3D': [page(['c'])],
    });
    await expect(list(api)).resolves.toEqual({
      items: ['a', 'b', 'c'],
      resourceVersion: '7',
    });
    expect(asked).toHaveLength(2);
  });

  it('starts again when the snapshot behind the token has expired', async () => {
    const { api } = apiAnswering({
      '/planes?limit=500': [page(['old'], 't1'), page(['new'], 't2')],
      '/planes?limit=500&continue=t1': [
        new KubernetesApiError(410, 'Expired', 'too old'),
      ],
      '/planes?limit=500&continue=t2': [page(['last'])],
    });
    await expect(list(api)).resolves.toMatchObject({ items: ['new', 'last'] });
  });

  it('gives up after the snapshot expired again and again', async () => {
    const gone = () => new KubernetesApiError(410, 'Expired', 'too old');
    const { api, asked } = apiAnswering({
      '/planes?limit=500': Array.from({ length: 9 }, gone),
    });
    await expect(list(api)).rejects.toThrow('too old');
    expect(asked.length).toBeLessThan(6);
  });

  it('refuses a server whose pages go round in circles', async () => {
    const { api } = apiAnswering({
      '/planes?limit=500': [page(['a'], 't')],
      '/planes?limit=500&continue=t': [page(['b'], 't')],
    });
    await expect(list(api)).rejects.toThrow(/never ends/);
  });

  it.each([
    ['a login page parsed as text', 'hello'],
    ['another kind of object', { kind: 'Status', status: 'Success' }],
    [
      'a list without items',
      { kind: 'DataPlaneList', metadata: { resourceVersion: '1' } },
    ],
    [
      'a list without resourceVersion',
      { kind: 'DataPlaneList', metadata: {}, items: [] },
    ],
  ])('does not take %s for an empty collection', async (_, answer) => {
    const { api } = apiAnswering({ '/planes?limit=500': [answer] });
    await expect(list(api)).rejects.toThrow(UnexpectedAnswerError);
  });

  it('reads an empty collection', async () => {
    const { api } = apiAnswering({
      '/planes?limit=500': [{ ...page([]), items: null }],
    });
    await expect(list(api)).resolves.toMatchObject({ items: [] });
  });
});
