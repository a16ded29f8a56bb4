import { containerSpans, ContainerSpan } from '../pods/containers';
import { PodView } from '../pods/describePod';
import { SimulatedLogLine, SimulatedLogQuery } from '../SimulatedLog';
import { executorScript } from './executorLog';
import { LOG_KINDS } from './logKinds';
import { ScriptLine } from './LogScript';

/** How long a unit of weight takes in the log of a container that never ends. */
const ENDLESS_UNIT_MS = 2_000;
/** Lines are told apart by their times, so no two have the same. */
const STEP_MS = 0.001;

function scriptOf(
  view: PodView,
  span: ContainerSpan,
  workflowParameters: ReadonlyMap<string, string>,
): readonly ScriptLine[] {
  const { name, spec, exitCode, reason } = span;
  if (name === 'init' || name === 'wait') {
    return executorScript(view, name);
  }
  const { behaviour, parameters, stepName, dice } = view.pod.init;
  const [kind, amount] = (behaviour.sheet.logKind ?? 'plain').split(' ');
  const script = Object.hasOwn(LOG_KINDS, kind)
    ? LOG_KINDS[kind]
    : LOG_KINDS.plain;
  return script({
    dice,
    image: spec.image,
    parameters: new Map([...workflowParameters, ...parameters]),
    outputs: behaviour.sheet.outputs,
    stepName: name === 'main' ? stepName : `${stepName}/${name}`,
    exitCode,
    reason,
    amount: amount === undefined ? undefined : Number(amount),
  });
}

/** The script spread over the container's planned time. One without end begins anew when it is through. */
function* timedLines(
  script: readonly ScriptLine[],
  { startedAt, finishedAt }: ContainerSpan,
): Generator<SimulatedLogLine> {
  const total = script.reduce((sum, { weight }) => sum + weight, 0);
  const isEndless = finishedAt === Infinity;
  // The last line comes a moment before the end.
  const time = 0.998 * (finishedAt - startedAt) - script.length * STEP_MS;
  const unit = isEndless
    ? ENDLESS_UNIT_MS
    : Math.max(0, time) / Math.max(total, 1e-6);
  let at = startedAt;
  do {
    for (const { text, weight } of script) {
      at += weight * unit + STEP_MS;
      yield { at, text };
    }
  } while (isEndless && script.length > 0);
}

/** The lines that a container has written by now. */
export function containerLog(
  view: PodView,
  { container, since = -Infinity, tail }: SimulatedLogQuery,
  now: number,
  workflowParameters: ReadonlyMap<string, string>,
): readonly SimulatedLogLine[] {
  const named = ({ name }: ContainerSpan) => name === container;
  const { pod, state } = view;
  // What it was going to write does not depend on how it ends; only how far it gets does.
  const planned = containerSpans(pod, pod.init.planned).find(named);
  const actual = containerSpans(pod, state.timeline).find(named);
  if (!planned || !actual || planned.startedAt > now) {
    return [];
  }
  const until = Math.min(now, actual.finishedAt);
  const lines: SimulatedLogLine[] = [];
  for (const line of timedLines(
    scriptOf(view, planned, workflowParameters),
    planned,
  )) {
    if (line.at > until) {
      break;
    }
    if (line.at >= since) {
      lines.push(line);
    }
  }
  return tail === undefined
    ? lines
    : lines.slice(Math.max(0, lines.length - tail));
}
