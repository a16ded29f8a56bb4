import { oneLine, parseKubernetesStatus, withoutContents } from '../kube';
import type { GatewayAnswer } from './GatewayAnswer';
import type { GatewayFailure } from './types';

/** Reads an error of the plane's API server; undefined where the answer is none. */
export function interpretKubernetesStatus(
  answer: GatewayAnswer,
): GatewayFailure | undefined {
  const said = parseKubernetesStatus(answer.body);
  if (!said) {
    return undefined;
  }
  const { message, reason: kubernetesReason } = said;
  return {
    reason: reasonOf(answer.status),
    status: answer.status,
    message: `The API server of the plane's cluster answered ${
      answer.status
    }: ${oneLine(
      withoutContents(message || kubernetesReason || 'no further explanation'),
    )}`,
    ...(kubernetesReason && { kubernetesReason }),
  };
}

function reasonOf(status: number) {
  switch (status) {
    case 401:
    case 403:
      return 'forbidden';
    case 404:
      return 'not-found';
    default:
      return 'kubernetes-error';
  }
}
