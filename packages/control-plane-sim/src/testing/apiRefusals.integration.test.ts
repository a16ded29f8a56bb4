import {
  JSON_PATCH,
  MERGE,
  plane,
  PlaneApi,
  PLANES,
  ROOT,
} from '../testUtils/planeApi';
import { startTestControlPlane } from './startTestControlPlane';
import { TestControlPlane } from './TestControlPlane';

const OTHER_UID = '00000000-0000-0000-0000-000000000000';

jest.setTimeout(120_000);

function ingress(port: unknown) {
  const http = { port, host: 'h' };
  return {
    gateway: { ingress: { external: { name: 'a', namespace: 'b', http } } },
  };
}

/** The whole message, or a part of it. */
function matching(message: string | RegExp): unknown {
  return typeof message === 'string' ? message : expect.stringMatching(message);
}

// Passes on the simulator and on a real kube-apiserver, whose words these are.
describe('the Kubernetes API refuses', () => {
  let controlPlane: TestControlPlane;
  let api: PlaneApi;

  beforeAll(async () => {
    controlPlane = await startTestControlPlane();
    api = await PlaneApi.open(controlPlane.kubeconfigFile);
    await controlPlane.client.createNamespace('acme');
    await api.call('POST', PLANES, plane('one'));
  });

  afterAll(() => controlPlane?.stop());

  type Case = [
    note: string,
    request: [method: string, path: string, body?: unknown, headers?: object],
    status: number,
    message: string | RegExp,
  ];

  const invalidPlane = (name: string) =>
    `DataPlane.openchoreo.dev "${name}" is invalid: `;
  const refusals: Case[] = [
    [
      'an update without a resourceVersion',
      ['PUT', `${PLANES}/one`, plane('one')],
      422,
      'dataplanes.openchoreo.dev "one" is invalid: metadata.resourceVersion: Invalid value: 0: must be specified for an update',
    ],
    [
      'an update under another name',
      ['PUT', `${PLANES}/one`, plane('two', {}, { resourceVersion: '1' })],
      400,
      'the name of the object (two) does not match the name on the URL (one)',
    ],
    [
      'an update of another object of the same name',
      [
        'PUT',
        `${PLANES}/one`,
        plane('one', {}, { uid: OTHER_UID, resourceVersion: '1' }),
      ],
      409,
      /Precondition failed: UID in precondition: 0000/,
    ],
    [
      'an update of what is not there',
      ['PUT', `${PLANES}/two`, plane('two', {}, { resourceVersion: '1' })],
      404,
      'dataplanes.openchoreo.dev "two" not found',
    ],
    [
      'a create with a resourceVersion',
      ['POST', PLANES, plane('two', {}, { resourceVersion: '5' })],
      500,
      'resourceVersion should not be set on objects to be created',
    ],
    [
      'a create without a name',
      ['POST', PLANES, { ...plane(''), metadata: {} }],
      422,
      `${invalidPlane(
        '',
      )}metadata.name: Required value: name or generateName is required`,
    ],
    [
      'a create without a kind',
      ['POST', PLANES, { apiVersion: 'openchoreo.dev/v1alpha1' }],
      400,
      /Object 'Kind' is missing in '\{"apiVersion":"openchoreo.dev\/v1alpha1"\}'/,
    ],
    [
      'a create of another kind',
      ['POST', PLANES, { ...plane('two'), kind: 'WorkflowPlane' }],
      422,
      'WorkflowPlane.openchoreo.dev "two" is invalid: kind: Invalid value: "WorkflowPlane": must be DataPlane',
    ],
    [
      'a create of another version',
      ['POST', PLANES, { kind: 'DataPlane', metadata: { name: 'two' } }],
      400,
      'the API version in the data () does not match the expected API version (openchoreo.dev/v1alpha1)',
    ],
    [
      'a list as an object',
      ['POST', PLANES, '[]'],
      400,
      /json: cannot unmarshal array into Go value of type struct/,
    ],
    [
      'a form',
      ['POST', PLANES, 'a=b', { 'Content-Type': 'text/plain' }],
      415,
      /^the body of the request was in an unknown format - accepted media types include: application\/json, application\/yaml/,
    ],
    [
      'a label that is a number',
      ['POST', PLANES, plane('two', {}, { labels: { a: 1 } })],
      400,
      'DataPlane in version "v1alpha1" cannot be handled as a DataPlane: json: cannot unmarshal number into Go struct field ObjectMeta.labels of type string',
    ],
    [
      'a label with a space',
      ['POST', PLANES, plane('two', {}, { labels: { a: 'not ok' } })],
      422,
      /metadata.labels: Invalid value: "not ok": a valid label must be an empty string or consist of/,
    ],
    [
      'an annotation key with a space',
      ['POST', PLANES, plane('two', {}, { annotations: { 'a b': 'c' } })],
      422,
      /metadata.annotations: Invalid value: "a b": name part must consist of/,
    ],
    [
      'unknown fields, strictly',
      [
        'POST',
        `${PLANES}?fieldValidation=Strict`,
        plane('two', { b: 1, a: 1 }, { c: 1 }),
      ],
      400,
      /strict decoding error: unknown field "metadata.c", unknown field "spec.a", unknown field "spec.b"$/,
    ],
    [
      'unknown fields of a patch, strictly',
      [
        'PATCH',
        `${PLANES}/one?fieldValidation=Strict`,
        { spec: { a: 1 } },
        MERGE,
      ],
      422,
      /^ "" is invalid: patch: Invalid value: .*: strict decoding error: unknown field "spec.a"$/s,
    ],
    [
      'a number that is too large',
      ['POST', PLANES, plane('two', ingress(70000))],
      422,
      `${invalidPlane(
        'two',
      )}spec.gateway.ingress.external.http.port: Invalid value: 70000: spec.gateway.ingress.external.http.port in body should be less than or equal to 65535`,
    ],
    [
      'a fraction for an integer',
      ['POST', PLANES, plane('two', ingress(1.5))],
      422,
      /spec.gateway.ingress.external.http.port in body must be of type integer: "number"/,
    ],
    [
      'null for what is required',
      ['POST', PLANES, plane('two', { clusterAgent: null })],
      422,
      `${invalidPlane('two')}spec.clusterAgent: Required value`,
    ],
    [
      'text for an object',
      ['POST', PLANES, { ...plane('two'), spec: 'abc' }],
      422,
      `${invalidPlane(
        'two',
      )}spec: Invalid value: "string": spec in body must be of type object: "string"`,
    ],
    [
      'a status of the wrong type',
      [
        'PATCH',
        `${PLANES}/one/status`,
        { status: { observedGeneration: 'x' } },
        MERGE,
      ],
      422,
      `${invalidPlane(
        'one',
      )}status.observedGeneration: Invalid value: "string": observedGeneration in body must be of type integer: "string"`,
    ],
    [
      'a patch to another kind',
      ['PATCH', `${PLANES}/one`, { kind: 'Foo' }, MERGE],
      422,
      'Foo.openchoreo.dev "one" is invalid: kind: Invalid value: "Foo": must be DataPlane',
    ],
    [
      'a patch of the uid',
      ['PATCH', `${PLANES}/one`, { metadata: { uid: OTHER_UID } }, MERGE],
      422,
      `${invalidPlane(
        'one',
      )}metadata.uid: Invalid value: "${OTHER_UID}": field is immutable`,
    ],
    [
      'a patch with an old resourceVersion',
      ['PATCH', `${PLANES}/one`, { metadata: { resourceVersion: '1' } }, MERGE],
      409,
      /the object has been modified; please apply your changes to the latest version and try again$/,
    ],
    [
      'a JSON patch of what is not there',
      [
        'PATCH',
        `${PLANES}/one`,
        [{ op: 'replace', path: '/spec/x/y', value: 1 }],
        JSON_PATCH,
      ],
      422,
      'the server rejected our request due to an error in our request',
    ],
    [
      'a JSON patch that is none',
      ['PATCH', `${PLANES}/one`, {}, JSON_PATCH],
      400,
      'error decoding patch: json: cannot unmarshal object into Go value of type []handlers.jsonPatchOp',
    ],
    [
      'a dry run of another kind',
      ['POST', `${PLANES}?dryRun=Some`, plane('two')],
      422,
      'CreateOptions.meta.k8s.io "" is invalid: dryRun: Unsupported value: ["Some"]: supported values: "All"',
    ],
    [
      'a deletion of another object of the same name',
      ['DELETE', `${PLANES}/one`, { preconditions: { uid: OTHER_UID } }],
      409,
      /the UID in the precondition \(0000.*might have been deleted and then recreated$/,
    ],
    [
      'a subresource that there is not',
      ['GET', `${PLANES}/one/scale`],
      404,
      'dataplanes.openchoreo.dev "one" not found',
    ],
    [
      'an update of all at once',
      ['PUT', PLANES, plane('one')],
      400,
      'name must be provided',
    ],
    [
      'a field selector that is none',
      ['GET', `${ROOT}/dataplanes?fieldSelector=abc`],
      400,
      "invalid selector: 'abc'; can't understand 'abc'",
    ],
    [
      'a label selector that is none',
      ['GET', `${ROOT}/dataplanes?labelSelector=x~`],
      400,
      /^unable to parse requirement: /,
    ],
    [
      'a limit that is no number',
      ['GET', `${ROOT}/dataplanes?limit=abc`],
      400,
      'strconv.ParseInt: parsing "abc": invalid syntax',
    ],
    [
      'a resourceVersion that is no number',
      ['GET', `${ROOT}/dataplanes?resourceVersion=abc`],
      400,
      'invalid resource version: resourceVersion: Invalid value: "abc": strconv.ParseUint: parsing "abc": invalid syntax',
    ],
    [
      'a list of the future',
      ['GET', `${ROOT}/dataplanes?resourceVersion=99999999999999`],
      504,
      /^Timeout: Too large resource version: 99999999999999, current: \d+$/,
    ],
    [
      'resourceVersionMatch without a resourceVersion',
      ['GET', `${ROOT}/dataplanes?resourceVersionMatch=Exact`],
      422,
      'ListOptions.meta.k8s.io "" is invalid: resourceVersionMatch: Forbidden: resourceVersionMatch is forbidden unless resourceVersion is provided',
    ],
    [
      'initial events without resourceVersionMatch',
      [
        'GET',
        `${ROOT}/dataplanes?watch=true&sendInitialEvents=true&timeoutSeconds=1`,
      ],
      422,
      'ListOptions.meta.k8s.io "" is invalid: resourceVersionMatch: Forbidden: sendInitialEvents requires setting resourceVersionMatch to NotOlderThan',
    ],
    [
      'a form that it does not answer in',
      ['GET', PLANES, undefined, { Accept: 'text/xml' }],
      406,
      /^only the following media types are accepted: application\/json/,
    ],
    [
      'a core resource that there is not',
      ['GET', '/api/v1/nonsense'],
      404,
      'the server could not find the requested resource',
    ],
    [
      'a namespace of an odd name',
      ['POST', '/api/v1/namespaces', { metadata: { name: 'A_b' } }],
      422,
      /^Namespace "A_b" is invalid: metadata.name: Invalid value: "A_b": a lowercase RFC 1123 label/,
    ],
  ];

  it.each(refusals)('%s', async (_note, request, status, message) => {
    const [method, path, body, headers] = request;
    const answer = await api.call(method, path, body, { ...headers });
    expect(answer.body).toMatchObject({
      kind: 'Status',
      status: 'Failure',
      code: status,
      message: matching(message),
    });
    expect(answer.status).toBe(status);
  });

  it('paths that are not served, with a text', async () => {
    for (const path of [
      `${ROOT}/dataplanes/one`,
      `${ROOT}/namespaces/acme/clusterdataplanes`,
      '/apis/openchoreo.dev/v1/dataplanes',
    ]) {
      expect(await api.call('GET', path)).toMatchObject({
        status: 404,
        body: '404 page not found\n',
      });
    }
  });
});
