const EXIT_CODE =
  /^(?:([^:\s]+): )?([A-Za-z]+) \(exit code (-?\d+)\)(?:: (.+))?$/s;
const CHILD_FAILED = /^child '(.+)' failed$/s;
const LOCK = /^Waiting for (.+) lock\. Lock status: (.+)$/s;
const BACKOFF = /^Backoff for (.+)$/s;

/** Messages of Argo that are the same wherever they occur, in plain words. */
const PLAIN: readonly (readonly [pattern: RegExp, words: string])[] = [
  [/strategy:? ?'?Terminate'?$/, 'the workflow was terminated'],
  [/strategy:? ?'?Stop'?$/, 'the workflow was stopped'],
  [/exceeded workflow deadline/, 'the deadline of the workflow passed'],
  [/^Step exceeded its deadline$/, 'its deadline passed'],
  [/longer than (the )?specified deadline/, 'its deadline passed'],
  [/^Max duration limit exceeded$/, 'retrying took longer than allowed'],
  [
    /^Backoff would exceed max duration limit$/,
    'another attempt would take longer than allowed',
  ],
  [/^pod deleted/, 'its pod was deleted'],
  [/^No more retries left$/, 'no attempts are left'],
];

/** The id in `child 'ID' failed`. */
export function failedChildId(message: string | undefined): string | undefined {
  return message === undefined ? undefined : CHILD_FAILED.exec(message)?.[1];
}

function exitCodeWords(match: RegExpExecArray): string {
  const [, container, reason, code, detail] = match;
  const exit = `exit code ${code}`;
  const what = reason === 'OOMKilled' ? 'out of memory' : reason;
  const words = reason === 'Error' ? exit : `${what} (${exit})`;
  const where =
    container === undefined || container === 'main'
      ? ''
      : ` in container ${container}`;
  const why = detail === undefined ? '' : `: ${detail.trim()}`;
  return `${words}${where}${why}`;
}

/** A message of Argo as a phrase for a person; as it is where there is nothing to make plainer. */
export function readableMessage(message: string): string {
  const text = message.replace(/\s+/g, ' ').trim();
  const exit = EXIT_CODE.exec(text);
  if (exit) {
    return exitCodeWords(exit);
  }
  const lock = LOCK.exec(text);
  if (lock) {
    return `waits for the lock ${lock[1]} (${lock[2]} free)`;
  }
  const backoff = BACKOFF.exec(text);
  if (backoff) {
    return `waits ${backoff[1]} before the next attempt`;
  }
  return PLAIN.find(([pattern]) => pattern.test(text))?.[1] ?? text;
}
