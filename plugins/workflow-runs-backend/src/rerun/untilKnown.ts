import type { RunInventory } from '../inventory';

/** The watch brings a new run within milliseconds; where it is broken, nobody waits for it. */
const TIMEOUT_MS = 2_000;

/** Waits until the inventory has a run that was just created, so that whoever is sent to it finds it; not for long. */
export async function untilKnown(
  inventory: Pick<RunInventory, 'getByUid' | 'subscribe'>,
  uid: string,
): Promise<void> {
  if (inventory.getByUid(uid)) {
    return;
  }
  await new Promise<void>(resolve => {
    const timer = setTimeout(end, TIMEOUT_MS);
    const unsubscribe = inventory.subscribe(() => {
      if (inventory.getByUid(uid)) {
        end();
      }
    });
    function end() {
      clearTimeout(timer);
      unsubscribe();
      resolve();
    }
  });
}
