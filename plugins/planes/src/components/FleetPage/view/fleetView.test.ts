import { planesQueryToParams } from '@openchoreo-planes/backstage-plugin-planes-common';
import { fleetQuery, readFleetView, writeFleetView } from './fleetView';

const DEFAULT = {
  text: '',
  types: [],
  states: [],
  namespaces: [],
  group: 'health',
  layout: undefined,
};

describe('readFleetView', () => {
  it.each([
    ['', {}],
    ['q=eu&type=data&type=build', { text: 'eu', types: ['data', 'build'] }],
    ['state=stale&state=wrong&state=', { states: ['stale'] }],
    ['namespace=&namespace=acme', { namespaces: ['', 'acme'] }],
    ['namespace=acme&namespace=acme', { namespaces: ['acme'] }],
    ['group=type&view=table', { group: 'type', layout: 'table' }],
    ['group=wrong&view=wrong&type=Data', {}],
    [`q=${'x'.repeat(300)}`, { text: 'x'.repeat(200) }],
  ])('reads "%s"', (search, expected) => {
    expect(readFleetView(new URLSearchParams(search))).toEqual({
      ...DEFAULT,
      ...expected,
    });
  });
});

describe('writeFleetView', () => {
  it.each([
    '',
    'q=a%26b',
    'q=eu&type=data&state=stale&namespace=&group=cluster&view=cards',
  ])('writes "%s" as it was read', search => {
    const params = new URLSearchParams(search);
    expect(writeFleetView(params, readFleetView(params)).toString()).toBe(
      search,
    );
  });

  it('leaves the parameters of others alone', () => {
    const params = new URLSearchParams('theme=dark&state=stale');
    const view = { ...readFleetView(params), states: [] };
    expect(writeFleetView(params, view).toString()).toBe('theme=dark');
  });
});

describe('fleetQuery', () => {
  it.each([
    ['', 'sort=health&group=health'],
    ['q=%20&view=cards', 'sort=health&group=health'],
    [
      'q=+eu+&type=data&state=stale&namespace=&group=type',
      'type=data&namespace=&state=stale&text=eu&sort=health&group=type',
    ],
  ])('asks for "%s"', (search, expected) => {
    const query = fleetQuery(readFleetView(new URLSearchParams(search)));
    expect(planesQueryToParams(query).toString()).toBe(expected);
  });
});
