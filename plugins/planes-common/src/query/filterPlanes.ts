import { PlanesCounts, PlanesQuery, PlaneSummary } from '../api/planesSchema';
import { searchText } from './searchText';

type Test = (summary: PlaneSummary) => boolean;

/** The name under which a plane's namespace is counted and filtered: empty for Cluster kinds. */
export function namespaceOf({ ref }: PlaneSummary): string {
  return ref.namespace ?? '';
}

function anyOf<T>(
  wanted: readonly T[] | undefined,
  valueOf: (summary: PlaneSummary) => T,
): Test {
  if (!wanted || wanted.length === 0) {
    return () => true;
  }
  const values = new Set(wanted);
  return summary => values.has(valueOf(summary));
}

function hasFindings(wanted: PlanesQuery['findings']): Test {
  switch (wanted) {
    case 'error':
      return ({ findings }) => findings.errors > 0;
    case 'warning':
      return ({ findings }) => findings.errors + findings.warnings > 0;
    default:
      return () => true;
  }
}

function hasWords(text: string = ''): Test {
  const words = text.toLowerCase().split(/\s+/).filter(Boolean);
  return summary => words.every(word => searchText(summary).includes(word));
}

function inScope(wanted: PlanesQuery['scope']): Test {
  if (!wanted) {
    return () => true;
  }
  return ({ ref }) => (ref.namespace === undefined) === (wanted === 'cluster');
}

function increment<K extends string>(
  counts: Partial<Record<K, number>>,
  key: K,
): void {
  counts[key] = (counts[key] ?? 0) + 1;
}

/** The planes that a query lets through, and how many there are by state, type and namespace. */
export function filterPlanes(
  summaries: readonly PlaneSummary[],
  query: PlanesQuery,
): { matches: PlaneSummary[]; counts: PlanesCounts } {
  const { planeID } = query;
  const others: Test[] = [
    anyOf(query.controlPlane, ({ ref }) => ref.controlPlane),
    anyOf(planeID === undefined ? [] : [planeID], summary => summary.planeID),
    inScope(query.scope),
    hasFindings(query.findings),
    hasWords(query.text),
  ];
  const hasType = anyOf(query.type, ({ category }) => category);
  const hasState = anyOf(query.state, ({ state }) => state.state);
  const hasNamespace = anyOf(query.namespace, namespaceOf);
  const matches: PlaneSummary[] = [];
  const states: PlanesCounts['states'] = {};
  const types: PlanesCounts['types'] = {};
  const namespaces: PlanesCounts['namespaces'] = {};
  for (const summary of summaries) {
    if (!others.every(test => test(summary))) {
      continue;
    }
    const typed = hasType(summary);
    const stated = hasState(summary);
    const placed = hasNamespace(summary);
    if (typed && placed) {
      increment(states, summary.state.state);
    }
    if (stated && placed) {
      increment(types, summary.category);
    }
    if (typed && stated) {
      increment(namespaces, namespaceOf(summary));
    }
    if (typed && stated && placed) {
      matches.push(summary);
    }
  }
  return {
    matches,
    counts: { all: summaries.length, states, types, namespaces },
  };
}
