import { isSourceSettled } from './sources';
import type { PlaneInventory } from './types';

/** Resolves when every source of the inventory was read, or failed to be, for the first time; or when the time is over. */
export async function firstAttempt(
  inventory: Pick<PlaneInventory, 'snapshot' | 'subscribe'>,
  options: { readonly timeoutMs: number },
): Promise<void> {
  const isOver = () => inventory.snapshot().sources.every(isSourceSettled);
  if (isOver()) {
    return;
  }
  let unsubscribe: (() => void) | undefined;
  let timer: NodeJS.Timeout | undefined;
  await new Promise<void>(resolve => {
    timer = setTimeout(resolve, options.timeoutMs);
    unsubscribe = inventory.subscribe(() => {
      if (isOver()) {
        resolve();
      }
    });
  });
  clearTimeout(timer);
  unsubscribe?.();
}
