const UNITS: Readonly<Record<string, number>> = {
  ms: 1,
  s: 1_000,
  m: 60_000,
  h: 3_600_000,
  d: 86_400_000,
};

/**
 * A duration in milliseconds, as Argo reads it: a bare number means seconds, otherwise Go's form such as `1h30m`.
 * Undefined for anything else.
 */
export function parseDuration(text: string): number | undefined {
  const trimmed = text.trim();
  if (/^\d+(\.\d+)?$/.test(trimmed)) {
    return Number(trimmed) * UNITS.s;
  }
  const parts = [...trimmed.matchAll(/(\d+(?:\.\d+)?)(ms|s|m|h|d)/g)];
  if (!parts.length || parts.map(([part]) => part).join('') !== trimmed) {
    return undefined;
  }
  return parts.reduce(
    (total, [, amount, unit]) => total + Number(amount) * UNITS[unit],
    0,
  );
}

/** Milliseconds in words, as in the message of a node that waits for its next attempt. */
export function durationInWords(milliseconds: number): string {
  const seconds = Math.round(milliseconds / UNITS.s);
  const parts: string[] = [];
  let rest = seconds;
  for (const [word, size] of [
    ['hour', 3_600],
    ['minute', 60],
    ['second', 1],
  ] as const) {
    const amount = Math.floor(rest / size);
    rest -= amount * size;
    if (amount > 0) {
      parts.push(`${amount} ${word}${amount === 1 ? '' : 's'}`);
    }
  }
  return parts.join(' ') || '0 seconds';
}
