import { Dice } from '../names/Dice';

/** Whose log it is. */
export interface LogContext {
  readonly dice: Dice;
  readonly image: string;
  /** What the template was called with, and the parameters of the workflow. */
  readonly parameters: ReadonlyMap<string, string>;
  /** What it leaves. */
  readonly outputs: ReadonlyMap<string, string>;
  readonly stepName: string;
  readonly exitCode: number;
  readonly reason: string;
  /** How much there is to tell, such as the number of tests, where somebody asks for so many. */
  readonly amount?: number;
}

/** A line of a log. */
export interface ScriptLine {
  readonly text: string;
  /** How much of the container's time passes before it, in proportion to the others. */
  readonly weight: number;
}

/** What a container writes from its start to its end. */
export type LogScript = (context: LogContext) => readonly ScriptLine[];

/** A line that takes its time. */
export function line(text: string, weight = 1): ScriptLine {
  return { text, weight };
}

/** Lines that come at once. */
export function block(...texts: readonly string[]): ScriptLine[] {
  return texts.map(text => line(text, 0.02));
}

/** As many lines as there are, made by their number. */
export function repeat(
  times: number,
  make: (index: number) => ScriptLine,
): ScriptLine[] {
  return Array.from({ length: times }, (_, index) => make(index));
}

/** The value of the first of the parameters that was given. */
export function parameter(
  { parameters }: LogContext,
  names: readonly string[],
  otherwise: string,
): string {
  const name = names.find(each => parameters.get(each));
  return (name !== undefined && parameters.get(name)) || otherwise;
}

const COLOURS = {
  red: 31,
  green: 32,
  yellow: 33,
  blue: 34,
  cyan: 36,
  grey: 90,
} as const;

/** Text in a colour, for terminals. */
export function coloured(colour: keyof typeof COLOURS, text: string): string {
  return `\u001b[${COLOURS[colour]}m${text}\u001b[0m`;
}

/** Text in bold, for terminals. */
export function bold(text: string): string {
  return `\u001b[1m${text}\u001b[0m`;
}
