/** A measured figure beside its budget. */
export interface Row {
  readonly what: string;
  readonly measured: string;
  /** Left out where the figure is for information. */
  readonly budget?: string;
  readonly within?: boolean;
}

function verdict(within: boolean | undefined): string {
  if (within === undefined) {
    return '';
  }
  return within ? 'yes' : 'NO';
}

/** Prints a benchmark's figures as a Markdown table. */
export function printTable(title: string, rows: readonly Row[]): void {
  const cells = rows.map(({ what, measured, budget, within }) => [
    what,
    measured,
    budget ?? '',
    verdict(within),
  ]);
  const header = ['what', 'measured', 'budget', 'within'];
  const widths = header.map((name, column) =>
    Math.max(name.length, ...cells.map(row => row[column].length)),
  );
  const line = (row: readonly string[]) =>
    `| ${row.map((cell, i) => cell.padEnd(widths[i])).join(' | ')} |`;
  const text = [
    '',
    `## ${title}`,
    '',
    line(header),
    line(widths.map(width => '-'.repeat(width))),
    ...cells.map(line),
    '',
  ].join('\n');
  process.stdout.write(`${text}\n`);
}

/** The value below which a share of the sorted values lies. */
export function percentile(values: readonly number[], share: number): number {
  const sorted = [...values].sort((a, b) => a - b);
  const index = Math.min(sorted.length - 1, Math.floor(sorted.length * share));
  return sorted[index] ?? NaN;
}
