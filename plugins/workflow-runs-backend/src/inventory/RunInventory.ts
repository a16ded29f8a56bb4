import type {
  Run,
  RunSourceStatus,
} from '@openchoreo-planes/backstage-plugin-workflow-runs-common';

/** Something that happened to the inventory. */
export type RunInventoryChange =
  | { readonly type: 'added'; readonly run: Run }
  | { readonly type: 'changed'; readonly run: Run; readonly previous: Run }
  | { readonly type: 'removed'; readonly run: Run }
  | {
      readonly type: 'source';
      readonly source: RunSourceStatus;
      readonly previous: RunSourceStatus;
    };

/** The inventory at one moment; never changes. */
export interface RunInventorySnapshot {
  readonly runs: readonly Run[];
  readonly sources: readonly RunSourceStatus[];
  /** Grows with every change. */
  readonly revision: number;
}

/**
 * Every run of every configured control plane, kept current by list+watch.
 *
 * @remarks
 * A run leaves only when its control plane says so. While a source cannot be read, its runs stay and the source tells since
 * when they are unverified.
 */
export interface RunInventory {
  snapshot(): RunInventorySnapshot;
  getByUid(uid: string): Run | undefined;
  /** One for each kind of run and control plane, and each namespace where they are read namespace by namespace. */
  sources(): readonly RunSourceStatus[];
  /** The source that a run comes from. */
  sourceOf(run: Run): RunSourceStatus | undefined;
  /**
   * Calls the listener with every batch of changes, in order, right when they happen.
   *
   * @returns a function that ends the subscription
   */
  subscribe(
    listener: (changes: readonly RunInventoryChange[]) => void,
  ): () => void;
}
