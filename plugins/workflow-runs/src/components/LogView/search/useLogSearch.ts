import { useMemo, useState } from 'react';
import { plainText } from '../ansi/parseAnsi';
import { LogBuffer } from '../buffer/LogBuffer';
import { matchingLines } from './findMatches';

/** A search in a log. */
export interface LogSearch {
  readonly sought: string;
  readonly setSought: (sought: string) => void;
  /** How many lines match. */
  readonly count: number;
  /** Which of them the search is at, from 0; undefined while there is none. */
  readonly position?: number;
  /** The index of that line. */
  readonly currentLine?: number;
  readonly next: () => void;
  readonly previous: () => void;
}

/** Searches in the lines of a log that were read. */
export function useLogSearch(log: LogBuffer | undefined): LogSearch {
  const [sought, setSought] = useState('');
  const [position, setPosition] = useState<number>();
  const lines = log?.lines;
  const texts = useMemo(
    () => (sought && lines ? lines.map(line => plainText(line.text)) : []),
    [sought, lines],
  );
  const matches = useMemo(() => matchingLines(texts, sought), [texts, sought]);
  const count = matches.length;
  const at =
    position !== undefined && count > 0
      ? Math.min(position, count - 1)
      : undefined;
  const step = (by: 1 | -1) => () => {
    if (count > 0) {
      const from = at ?? (by === 1 ? -1 : 0);
      setPosition((from + by + count) % count);
    }
  };
  return {
    sought,
    setSought: next => {
      setSought(next);
      setPosition(undefined);
    },
    count,
    position: at,
    currentLine: at === undefined ? undefined : matches[at],
    next: step(1),
    previous: step(-1),
  };
}
