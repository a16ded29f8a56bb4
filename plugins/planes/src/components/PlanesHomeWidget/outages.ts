import { SourceStatus } from '@openchoreo-planes/backstage-plugin-planes-common';

/** What of a control plane cannot be read. */
export interface Outage {
  controlPlane: string;
  /** The kinds of planes, in the plural; empty where it is all of them. */
  kinds: string[];
  /** When the first of them could last be read, ISO 8601. */
  since: string;
  /** In plain words, each once. */
  errors: string[];
}

const BAD: ReadonlySet<SourceStatus['state']> = new Set(['stale', 'forbidden']);

/** What cannot be read, per control plane. */
export function outagesOf(sources: readonly SourceStatus[]): Outage[] {
  const controlPlanes = new Set(sources.map(source => source.controlPlane));
  return [...controlPlanes].flatMap(controlPlane => {
    const served = sources.filter(
      source =>
        source.controlPlane === controlPlane && source.state !== 'absent',
    );
    const bad = served.filter(({ state }) => BAD.has(state));
    if (bad.length === 0) {
      return [];
    }
    const times = bad.map(({ since }) => since);
    const errors = bad.flatMap(({ error }) => (error ? [error] : []));
    return {
      controlPlane,
      kinds:
        bad.length === served.length ? [] : bad.map(({ kind }) => `${kind}s`),
      since: times.reduce((a, b) => (Date.parse(b) < Date.parse(a) ? b : a)),
      errors: [...new Set(errors)],
    };
  });
}
