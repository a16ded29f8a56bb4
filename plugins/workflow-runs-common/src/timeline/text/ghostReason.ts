import type { ArgoNode } from '../../argo/nodeSchema';
import { readableMessage } from './readableMessage';

const CONDITION = /^when '(.*)' evaluated false$/s;
const DEPENDS = 'omitted: depends condition not met';
const EMPTY_LOOP = /^Skipped, empty params/;
const EARLIER_POD = /^original pod: /;

/**
 * Why a node did not run: `not run: integration-tests failed`.
 *
 * @param unmetDependency - finds what it depended on, where that is the cause
 */
export function ghostReason(
  { phase, message = '' }: ArgoNode,
  unmetDependency: () => string | undefined,
): string {
  const condition = CONDITION.exec(message);
  if (condition) {
    return `not run: its condition '${condition[1]}' was false`;
  }
  if (message === DEPENDS || (phase === 'Omitted' && !message)) {
    const dependency = unmetDependency();
    return `not run: ${
      dependency ?? 'what it depends on did not end as it requires'
    }`;
  }
  if (EMPTY_LOOP.test(message)) {
    return 'not run: there was nothing to loop over';
  }
  if (EARLIER_POD.test(message)) {
    return 'not run again: it succeeded in the run that this one repeats';
  }
  return message ? `not run: ${readableMessage(message)}` : 'not run';
}
