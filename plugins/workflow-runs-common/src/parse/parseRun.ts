import type { NotARun, RunParseResult } from '../model/run';
import { RUN_KINDS } from '../model/runKinds';
import { asFields, readText } from './readers';
import { readRunMetadata } from './runMetadata';
import { readSource } from './runSource';
import { readRunSpec } from './runSpec';
import { readRunStatus } from './runStatus';

const API_GROUP = 'openchoreo.dev/';

/** Where an object was read. @public */
export interface ParseRunContext {
  /** The name of the control plane, as configured in `openchoreo.controlPlanes`. */
  readonly controlPlane: string;
}

function fail(reason: NotARun['reason'], detail?: string): RunParseResult {
  return { ok: false, error: { reason, detail } };
}

/**
 * Reads a run of any OpenChoreo release: a `WorkflowRun`, `ComponentWorkflowRun` or `Build`.
 *
 * @remarks
 * Tolerant: a field of the wrong type counts as absent and leaves the others alone. Texts and lists are bounded, texts
 * for people are cleared of secrets; parameters are not, see {@link maskSecrets}. Parameters are shortened where they are
 * huge, so a run is repeated from its resource, not from this.
 *
 * @param object - the resource as parsed from JSON; anything is allowed
 * @returns the run, or why the object is none. Never throws.
 * @public
 */
export function parseRun(
  object: unknown,
  context: ParseRunContext,
): RunParseResult {
  const resource = asFields(object);
  if (!resource) {
    return fail('not-an-object');
  }
  const { apiVersion } = resource;
  const kind = RUN_KINDS.find(known => known === resource.kind);
  if (
    kind === undefined ||
    typeof apiVersion !== 'string' ||
    !apiVersion.startsWith(API_GROUP)
  ) {
    const names = [readText(apiVersion, 253), readText(resource.kind, 63)];
    return fail('other-kind', names.filter(Boolean).join(' '));
  }
  const metadata = readRunMetadata(resource);
  if ('missing' in metadata) {
    return metadata.missing === 'uid'
      ? fail('no-uid')
      : fail('no-name', `${kind} without metadata.${metadata.missing}`);
  }
  const { name, namespace, createdAt, ...identity } = metadata;
  const spec = readRunSpec(resource, kind);
  const status = readRunStatus(resource, kind, createdAt);
  return {
    ok: true,
    run: {
      ref: { controlPlane: context.controlPlane, kind, namespace, name },
      ...identity,
      // Every object that a Kubernetes API serves has one.
      createdAt: createdAt ?? status.startedAt ?? new Date(0).toISOString(),
      ...spec,
      source: readSource(spec.parameters),
      ...status,
    },
  };
}
