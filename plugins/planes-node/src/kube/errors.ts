import { CustomErrorBase } from '@backstage/errors';
import {
  type KubernetesStatus,
  parseKubernetesStatus,
  readKubernetesStatus,
} from './kubernetesStatus';
import { oneLine } from './oneLine';
import { type KubernetesCause, statusCauses } from './statusCauses';
import { withoutContents } from './withoutContents';

/** An answer of the API server other than success. */
export class KubernetesApiError extends CustomErrorBase {
  name = 'KubernetesApiError' as const;
  /** What is wrong with the object that was sent; empty where the API server said nothing of it. */
  readonly causes: readonly KubernetesCause[];
  /** Which object the `Status` is about, as far as it tells. */
  readonly details: Pick<
    NonNullable<KubernetesStatus['details']>,
    'name' | 'group' | 'kind'
  >;

  constructor(
    /** The HTTP status, or the code of a `Status` object in a watch. */
    readonly status: number,
    /** The reason of the `Status` object, for example `Expired`. */
    readonly reason: string | undefined,
    message: string,
    said?: KubernetesStatus,
  ) {
    super(message);
    this.causes = said ? statusCauses(said) : [];
    const { causes: _, ...details } = said?.details ?? {};
    this.details = details;
  }

  /** Reads an answer's body, which is a `Status` object unless something else than the API server answered. */
  static fromBody(status: number, body: string): KubernetesApiError {
    const said = parseKubernetesStatus(body);
    return new KubernetesApiError(
      status,
      said?.reason,
      oneLine(withoutContents(said?.message ?? body)) ||
        'no further explanation',
      said,
    );
  }

  /** Reads the object of a watch's ERROR event. */
  static fromStatus(object: unknown): KubernetesApiError {
    const said = readKubernetesStatus(object);
    return new KubernetesApiError(
      said?.code ?? 500,
      said?.reason,
      oneLine(
        withoutContents(said?.message ?? 'the watch failed without a reason'),
      ),
    );
  }
}

/** A watch on which nothing arrived, not even a bookmark, for longer than any healthy one is silent. */
export class SilentWatchError extends CustomErrorBase {
  name = 'SilentWatchError' as const;
}

/** An answer that is not what the Kubernetes API would say. */
export class UnexpectedAnswerError extends CustomErrorBase {
  name = 'UnexpectedAnswerError' as const;
}

/** A request to write that got no answer, or none that makes sense. */
export class UnansweredWriteError extends CustomErrorBase {
  name = 'UnansweredWriteError' as const;

  constructor(
    cause: unknown,
    /** It may have been carried out all the same; false where it certainly never reached the API server. */
    readonly mayBeDone: boolean,
  ) {
    super('The request to write got no answer', cause);
  }
}

/** Whether the answer means that the resourceVersion or continue token is too old. */
export function isExpired(error: unknown): boolean {
  return (
    error instanceof KubernetesApiError &&
    (error.status === 410 ||
      error.reason === 'Expired' ||
      error.reason === 'Gone')
  );
}

/** Whether the answer means that the resource is not served. */
export function isNotServed(error: unknown): boolean {
  return error instanceof KubernetesApiError && error.status === 404;
}

/** Whether the API server refused our credentials or rights. */
export function isForbidden(error: unknown): boolean {
  return (
    error instanceof KubernetesApiError &&
    (error.status === 401 || error.status === 403)
  );
}
