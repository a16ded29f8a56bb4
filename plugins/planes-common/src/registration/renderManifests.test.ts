import fc from 'fast-check';
import { parseAllDocuments } from 'yaml';
import { agentCA } from '../__fixtures__/certificates';
import { kindServedBy } from '../__testUtils__/openAPI';
import {
  plainText,
  registration,
  registrations,
} from '../__testUtils__/registrations';
import { buildAgentCASecret } from './agentCASecret';
import { buildPlaneManifest } from './planeManifest';
import { renderManifests } from './renderManifests';

function parsed(text: string, version: '1.1' | '1.2'): unknown[] {
  return parseAllDocuments(text, { version }).map(document => {
    expect(document.errors).toEqual([]);
    return document.toJS();
  });
}

describe('renderManifests', () => {
  it('writes documents, with certificates as blocks', () => {
    const storeIn = { name: 'agent-ca', key: 'ca.crt' };
    const values = registration({
      displayName: 'no',
      description: `${'word '.repeat(40)}end`,
    });
    const stored = registration({
      agentCA: { source: 'inline', value: agentCA, storeIn },
    });
    const served = kindServedBy('v1.2.0', 'DataPlane');
    const text = renderManifests([
      buildAgentCASecret(stored) ?? {},
      buildPlaneManifest(values, served),
    ]);
    const block = (indent: string) =>
      agentCA.replace(/^(?=.)/gm, indent).trimEnd();
    expect(text).toBe(`apiVersion: v1
kind: Secret
metadata:
  name: agent-ca
  namespace: acme
  labels:
    app.kubernetes.io/managed-by: backstage-planes
    app.kubernetes.io/part-of: openchoreo
    openchoreo.dev/plane: DataPlane.eu-west
type: Opaque
stringData:
  ca.crt: |
${block('    ')}
---
apiVersion: openchoreo.dev/v1alpha1
kind: DataPlane
metadata:
  name: eu-west
  namespace: acme
  annotations:
    openchoreo.dev/display-name: "no"
    openchoreo.dev/description: ${'word '.repeat(40)}end
spec:
  planeID: eu-west
  clusterAgent:
    clientCA:
      value: |
${block('        ')}
`);
  });

  it('gives back every text as it was, in either version of YAML', () => {
    const texts = fc.oneof(plainText, fc.string({ unit: 'grapheme' }));
    fc.assert(
      fc.property(texts, fc.constantFrom('1.1', '1.2'), (text, version) => {
        const object = { metadata: { annotations: { text } }, spec: [text] };
        const rendered = renderManifests([object, object]);
        expect(parsed(rendered, version)).toEqual([object, object]);
      }),
      { numRuns: 500 },
    );
  });

  it('gives back the manifests of every registration', () => {
    fc.assert(
      fc.property(registrations, values => {
        const served = kindServedBy('v1.2.0', values.kind);
        const secret = buildAgentCASecret(values);
        const manifest = buildPlaneManifest(values, served);
        const resources = secret ? [secret, manifest] : [manifest];
        const text = renderManifests(resources);
        expect(parsed(text, '1.1')).toEqual(resources);
        expect(text).not.toMatch(/[&*]a\d/);
      }),
    );
  });
});
