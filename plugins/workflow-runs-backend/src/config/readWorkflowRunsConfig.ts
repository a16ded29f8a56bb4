import type { Config } from '@backstage/config';
import { InputError } from '@backstage/errors';

const KEY = 'openchoreo.workflowRuns';
const DEFAULT_TIMELINE_MEMORY_MIB = 128;
const MIB = 1024 * 1024;

/** `openchoreo.workflowRuns`. */
export interface WorkflowRunsConfig {
  readonly timeline: {
    /** About how much memory the Argo workflows that were read last may take. */
    readonly maxBytes: number;
  };
  readonly rerun: {
    /** Whether the portal creates runs. */
    readonly enabled: boolean;
  };
}

/**
 * Reads `openchoreo.workflowRuns`.
 *
 * @throws InputError that names the key and what to write there
 */
export function readWorkflowRunsConfig(config: Config): WorkflowRunsConfig {
  return {
    timeline: { maxBytes: readMemory(config) * MIB },
    rerun: {
      enabled: config.getOptionalBoolean(`${KEY}.rerun.enabled`) ?? true,
    },
  };
}

/** In mebibytes. */
function readMemory(config: Config): number {
  const key = `${KEY}.timeline.maxMemoryMiB`;
  const memory = config.getOptionalNumber(key) ?? DEFAULT_TIMELINE_MEMORY_MIB;
  if (!(memory >= 1)) {
    throw new InputError(
      `'${key}' is ${memory}: it must be a number of mebibytes of at least 1, for example ${DEFAULT_TIMELINE_MEMORY_MIB}`,
    );
  }
  return memory;
}
