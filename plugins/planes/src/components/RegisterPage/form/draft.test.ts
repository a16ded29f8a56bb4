import { Draft, readDraft, writeDraft } from './draft';

const DRAFT: Draft = {
  values: { name: 'edge', 'agentCA.source': 'inline' },
  installation: {
    method: 'helm',
    agentURL: 'wss://gateway.test',
    chartVersion: '',
  },
  savedAt: 1_000,
};

describe('draft', () => {
  beforeEach(() => window.sessionStorage.clear());
  afterEach(() => jest.restoreAllMocks());

  it('is read as it was written, under its own key', () => {
    writeDraft('here', DRAFT);
    expect(readDraft('here')).toMatchObject(DRAFT);
    expect(readDraft('there')).toBeUndefined();
  });

  it.each([
    ['text', 'not JSON'],
    ['another version', JSON.stringify({ ...DRAFT, version: 2 })],
    ['another form', JSON.stringify({ version: 1, values: [] })],
    ['nothing', 'null'],
  ])('is not read where there is %s in its place', (_name, text) => {
    window.sessionStorage.setItem('key', text);
    expect(readDraft('key')).toBeUndefined();
  });

  it('leaves out what the form would not take', () => {
    window.sessionStorage.setItem(
      'key',
      JSON.stringify({
        ...DRAFT,
        version: 1,
        values: {
          name: 'edge',
          unknown: 'x',
          planeID: 'x'.repeat(100_000),
          'agentCA.value': '-----BEGIN PRIVATE KEY-----',
        },
      }),
    );
    expect(readDraft('key')?.values).toEqual({ name: 'edge' });
  });

  it('is forgotten where a newer one does not fit', () => {
    writeDraft('key', DRAFT);
    jest.spyOn(Storage.prototype, 'setItem').mockImplementation(() => {
      throw new DOMException('full', 'QuotaExceededError');
    });
    writeDraft('key', { ...DRAFT, savedAt: 2_000 });
    expect(readDraft('key')).toBeUndefined();
  });
});
