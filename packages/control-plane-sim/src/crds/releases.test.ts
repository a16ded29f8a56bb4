import { objectAt, stringAt } from '../objects/json';
import { resourceOfCrd, validateCrd } from '../registry/customResource';
import { listReleases, mergeReleaseCrds, readReleaseCrds } from './releases';

describe('the definitions of the releases', () => {
  it('are there for every generation of planes', async () => {
    expect(await listReleases()).toEqual([
      'v0.3.0',
      'v0.4.0',
      'v0.6.0',
      'v0.9.0',
      'v0.12.0',
      'v0.14.0',
      'v0.17.0',
      'v1.0.0',
      'v1.2.0',
    ]);
  });

  it('can all be served, with every rule and pattern in them', async () => {
    for (const release of await listReleases()) {
      for (const crd of await readReleaseCrds(release)) {
        const metadata = { uid: '', creationTimestamp: '', name: '' };
        const object = {
          ...crd,
          apiVersion: '',
          kind: '',
          metadata: { ...metadata, ...objectAt(crd, 'metadata') },
        };
        expect(validateCrd(object)).toEqual([]);
        expect(resourceOfCrd(crd)).toMatchObject({
          group: 'openchoreo.dev',
          version: 'v1alpha1',
          hasStatus: true,
        });
      }
    }
  });

  it('are chosen by plural', async () => {
    const crds = await readReleaseCrds('v0.17.0', ['buildplanes']);
    expect(crds.map(crd => stringAt(crd.metadata, 'name'))).toEqual([
      'buildplanes.openchoreo.dev',
    ]);
    await expect(readReleaseCrds('v1.2.0', ['buildplanes'])).rejects.toThrow(
      "Release 'v1.2.0' has no buildplanes.yaml",
    );
    await expect(readReleaseCrds('v9')).rejects.toThrow(
      "There are no CustomResourceDefinitions of release 'v9'",
    );
  });

  it('have components since runs name them, and what runs were before', async () => {
    const further = [
      'builds',
      'clustercomponenttypes',
      'components',
      'componenttypes',
      'componentworkflowruns',
    ];
    const pluralsOf = async (release: string) =>
      (await readReleaseCrds(release))
        .map(crd => resourceOfCrd(crd).plural)
        .filter(plural => further.includes(plural))
        .sort();
    expect(await pluralsOf('v0.3.0')).toEqual(['builds']);
    expect(await pluralsOf('v0.14.0')).toEqual([
      'builds',
      'componentworkflowruns',
    ]);
    expect(await pluralsOf('v0.17.0')).toEqual([
      'builds',
      'clustercomponenttypes',
      'components',
      'componenttypes',
    ]);
    expect(await pluralsOf('v1.2.0')).toEqual([
      'clustercomponenttypes',
      'components',
      'componenttypes',
    ]);
    expect(await readReleaseCrds('v0.14.0', ['builds'])).toHaveLength(1);
  });

  it('are merged, later releases winning', async () => {
    const merged = await mergeReleaseCrds(['v0.17.0', 'v1.2.0']);
    const plurals = merged.map(crd => resourceOfCrd(crd).plural);
    expect(plurals).toContain('buildplanes');
    expect(plurals).toContain('workflowplanes');
    expect(new Set(plurals).size).toBe(plurals.length);
    const [latest] = await readReleaseCrds('v1.2.0', ['dataplanes']);
    expect(merged).toContainEqual(latest);
  });
});
