import { KubernetesApiError, UnansweredWriteError } from '../kube';
import { interpretFailure } from './interpretFailure';

const subject = { resource: 'DataPlane acme/eu', namespace: 'acme' };
const writing = { ...subject, writes: true };
const cut = Object.assign(new Error('socket hang up'), { code: 'ECONNRESET' });
const apiError = (status: number, reason: string, message: string) =>
  KubernetesApiError.fromBody(
    status,
    JSON.stringify({ kind: 'Status', reason, message }),
  );

describe('interpretFailure', () => {
  it.each([
    [new UnansweredWriteError(cut, true), writing, true],
    [new UnansweredWriteError(cut, true), subject, false],
    [new UnansweredWriteError(cut, false), writing, false],
    [cut, subject, false],
    [apiError(504, 'Timeout', 'etcd'), writing, true],
    [apiError(504, 'Timeout', 'etcd'), subject, false],
    [apiError(429, 'TooManyRequests', 'wait'), writing, false],
  ])(
    'tells a change that may have been made from one that was not: %#',
    (error, about, mayBeDone) => {
      const failure = interpretFailure(error, about);
      expect(failure.reason).toBe('unavailable');
      expect(failure.mayBeDone === true).toBe(mayBeDone);
      expect(
        failure.message.endsWith(
          'the change may have been carried out all the same, so look before you repeat it',
        ),
      ).toBe(mayBeDone);
      expect(failure.message).toMatch(/^The (connection to the )?API server/);
    },
  );

  it('takes a namespace on its way out for a wrong field', () => {
    const error = apiError(
      403,
      'Forbidden',
      'dataplanes.openchoreo.dev "eu" is forbidden: unable to create new content in namespace acme because it is being terminated',
    );
    const message = "The namespace 'acme' is being deleted: choose another";
    expect(interpretFailure(error, writing)).toEqual({
      reason: 'invalid',
      status: 403,
      message,
      causes: [
        {
          field: 'metadata.namespace',
          reason: 'NamespaceTerminating',
          message,
        },
      ],
    });
  });

  it.each([
    'secrets "ca" is forbidden: exceeded quota: few, requested: secrets=1',
    'admission webhook "policy.acme.io" denied the request: no planes today',
  ])('does not take an admission rule for a missing right: %s', said => {
    expect(
      interpretFailure(apiError(403, 'Forbidden', said), writing),
    ).toMatchObject({
      reason: 'invalid',
      message: `The API server does not accept DataPlane acme/eu: ${said}`,
    });
  });

  it('does not take the 404 of a proxy for that of an API server', () => {
    const error = KubernetesApiError.fromBody(404, '<html>no such site</html>');
    expect(interpretFailure(error, subject)).toMatchObject({
      reason: 'unavailable',
      message: expect.stringMatching(/^Something other than an API server/),
    });
  });
});
