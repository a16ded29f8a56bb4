import { DefaultPlaneInventory } from '../../plugins/planes-node/src/inventory';
import { silentLogger } from './silentLogger';

/** Starts an inventory on a kubeconfig, and resolves when it knows the given number of planes. */
export async function startInventory(
  kubeconfigFile: string,
  planes: number,
): Promise<DefaultPlaneInventory> {
  const inventory = DefaultPlaneInventory.create({
    controlPlanes: [
      {
        name: 'default',
        connection: { type: 'kubeconfig', file: kubeconfigFile },
      },
    ],
    logger: silentLogger,
  });
  await new Promise<void>(resolve => {
    const unsubscribe = inventory.subscribe(() => {
      if (inventory.snapshot().planes.length >= planes) {
        unsubscribe();
        resolve();
      }
    });
    inventory.start();
  });
  return inventory;
}
