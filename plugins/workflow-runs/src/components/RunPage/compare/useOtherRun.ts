import type { Timeline } from '@openchoreo-planes/backstage-plugin-workflow-runs-common';
import { useMemo } from 'react';
import { useRun } from '../../../hooks/useRun';
import { useTimeline } from '../../../hooks/useTimeline';
import { useRunTimeline } from '../live/useRunTimeline';

/** A run to compare with. */
export interface OtherRun {
  readonly name: string;
  /** Undefined until it is known. */
  readonly timeline?: Timeline;
  /** Why it cannot be compared with. */
  readonly problem?: string;
}

const NOTHING = {};

/**
 * Another run; undefined where none is wanted.
 *
 * @param ownUid - of the run that is shown, which is asked for anyway
 */
export function useOtherRun(
  uid: string | undefined,
  ownUid: string,
): OtherRun | undefined {
  const run = useRun(uid ?? ownUid);
  const polled = useTimeline(uid ?? ownUid);
  const { timeline } = useRunTimeline(uid === undefined ? NOTHING : polled);
  const name = run.value?.item.ref.name ?? 'the other run';
  const failed = run.error ?? polled.error;
  const isEmpty = polled.value?.nodes.length === 0;
  return useMemo(() => {
    if (uid === undefined) {
      return undefined;
    }
    if (failed && !timeline) {
      return { name, problem: 'The run to compare with cannot be read.' };
    }
    return isEmpty
      ? { name, problem: `Nothing is known any more of the steps of ${name}.` }
      : { name, timeline };
  }, [uid, name, failed, timeline, isEmpty]);
}
