import { PlaneSummary } from '../api/planesSchema';

const texts = new WeakMap<PlaneSummary, string>();

/** Everything that a text filter looks at, in lower case; made once for each summary. */
export function searchText(summary: PlaneSummary): string {
  let text = texts.get(summary);
  if (text === undefined) {
    const { ref, title, planeID, owner } = summary;
    text = [title, ref.name, ref.namespace ?? '', planeID, ref.kind, owner]
      .join('\n')
      .toLowerCase();
    texts.set(summary, text);
  }
  return text;
}
