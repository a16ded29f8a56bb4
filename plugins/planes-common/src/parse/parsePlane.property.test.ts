import { parseEntityRef } from '@backstage/catalog-model';
import fc from 'fast-check';
import { agentCA } from '../__fixtures__/certificates';
import { manifests } from '../__testUtils__/manifests';
import { resource } from '../__testUtils__/planes';
import { planeSchema } from '../api/planeSchema';
import { planeEntityRef } from '../entity/naming';
import { planeFindings } from '../findings/planeFindings';
import { createFleet } from '../fleet/createFleet';
import { PLANE_KINDS } from '../model/kinds';
import { planeState } from '../state/planeState';
import { parsePlane } from './parsePlane';

const NOW = new Date('2026-11-21T00:00:00Z');
const context = { controlPlane: 'default' };

/** Everything that the package says about an object. */
function output(object: unknown): string {
  const result = parsePlane(object, context);
  if (!result.ok) {
    return JSON.stringify(result);
  }
  const { plane } = result;
  const fleet = createFleet([plane]);
  return JSON.stringify([
    plane,
    planeState(plane, NOW),
    planeFindings(plane, NOW, fleet),
    fleet.observabilityPlane(plane),
    planeEntityRef(plane.ref),
  ]);
}

type Path = readonly (string | number)[];

/** The paths of all values in an object, and one that is not there yet in each object. */
function paths(value: unknown, path: Path = []): Path[] {
  if (typeof value !== 'object' || value === null) {
    return [path];
  }
  const found = Object.entries(value).flatMap(([key, child]) =>
    paths(child, [...path, Array.isArray(value) ? Number(key) : key]),
  );
  return [
    path,
    ...found,
    ...(Array.isArray(value) ? [] : [[...path, 'unknown']]),
  ];
}

function replaced(value: unknown, path: Path, by: unknown): unknown {
  const [key, ...rest] = path;
  if (key === undefined) {
    return by;
  }
  if (Array.isArray(value)) {
    return value.map((item, i) =>
      i === key ? replaced(item, rest, by) : item,
    );
  }
  const fields = typeof value === 'object' && value !== null ? value : {};
  const child = Object.entries(fields).find(([name]) => name === key)?.[1];
  return { ...fields, [key]: replaced(child, rest, by) };
}

const certificateLine = agentCA.split('\n')[1];
const jsonWebToken =
  'eyJhbGciOiJSUzI1NiJ9.eyJzdWIiOiJwbGFudGVkIn0.UExBTlRFRHNpZ25hdHVyZQ';

// A text to plant, and what of it must not come out.
const secrets: Record<string, [text: string, secret: string]> = {
  'private key': [
    '-----BEGIN PRIVATE KEY-----\nMIGHAgEAPLANTED\n-----END PRIVATE KEY-----\n',
    'PLANTED',
  ],
  'private key in one line': [
    '-----BEGIN RSA PRIVATE KEY----- PLANTED',
    'PLANTED',
  ],
  'PEM certificate': [agentCA, certificateLine],
  'PEM body': [certificateLine, certificateLine.slice(10, 40)],
  token: [jsonWebToken, 'UExBTlRFRHNpZ25hdHVyZQ'],
  'Bearer token': ['Authorization: Bearer PLANTED-0123456789', 'PLANTED'],
  'basic auth': [`Basic ${btoa('me:PLANTED')}`, btoa('me:PLANTED')],
  'GitHub token': [`ghp${'_'}PLANTEDabcdefghijklmnopqrstuvwxyz0123`, 'PLANTED'],
  'AWS access key': [`AKIA${''}PLANTED012345678`, 'PLANTED'],
  'assigned password': ['cannot log in with password=PLANTED', 'PLANTED'],
  'flag of a command': ['run deploy --token PLANTED', 'PLANTED'],
  'user and password': ['https://me:PLANTED@registry.example/path', 'PLANTED'],
};

const manifestList = Array.from(manifests.values());
const anyManifest = fc.constantFrom(...manifestList);
const anyPath = anyManifest.chain(manifest =>
  fc.record({
    manifest: fc.constant(manifest),
    path: fc.constantFrom(...paths(manifest)),
  }),
);

describe('parsePlane, whatever it is given', () => {
  it('never throws', () => {
    const isText = (object: unknown) => typeof output(object) === 'string';
    fc.assert(fc.property(fc.jsonValue(), isText));
    fc.assert(
      fc.property(
        fc.constantFrom(...PLANE_KINDS.map(({ kind }) => kind)),
        fc.jsonValue(),
        fc.jsonValue(),
        (kind, spec, status) => isText(resource({ kind, spec, status })),
      ),
    );
    expect(output({})).toContain('other-group');
  });

  it('makes a valid plane or none of a manifest with one field replaced', () => {
    fc.assert(
      fc.property(anyPath, fc.jsonValue(), ({ manifest, path }, json) => {
        const changed = replaced(manifest, path, json);
        output(changed);
        const result = parsePlane(changed, context);
        fc.pre(result.ok);
        const { plane } = result;
        const received: unknown = JSON.parse(JSON.stringify(plane));
        expect(planeSchema.parse(received)).toEqual(plane);
        expect(parseEntityRef(planeEntityRef(plane.ref)).kind).toBe('resource');
      }),
      { numRuns: 500 },
    );
  });

  it.each(Object.entries(secrets))(
    'lets no %s out',
    (_name, [text, secret]) => {
      for (const manifest of manifestList) {
        for (const path of paths(manifest)) {
          const leaked = output(replaced(manifest, path, text)).includes(
            secret,
          );
          expect({ path, leaked }).toEqual({ path, leaked: false });
        }
      }
    },
  );

  it('lets nothing out of fields that it does not know or that hold credentials', () => {
    for (const manifest of manifestList) {
      const closed = paths(manifest).filter(path =>
        path.some(key =>
          [
            'unknown',
            'labels',
            'kubernetesCluster',
            'authentication',
            'imagePullSecretRefs',
          ].includes(String(key)),
        ),
      );
      for (const path of closed) {
        const planted = replaced(manifest, path, 'planted-word');
        expect(output(planted)).not.toContain('planted-word');
      }
    }
  });
});
