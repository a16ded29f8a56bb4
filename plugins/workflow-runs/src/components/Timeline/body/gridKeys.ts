import { indexOfNumber } from '../rows/indexOfNumber';
import type { RowTree } from '../rows/RowTree';

/** What a key does in the tree of rows. */
export interface GridAction {
  /** `toggle` opens a closed row, and closes an open one. */
  readonly type: 'move' | 'toggle' | 'select';
  /** Of the row, among the visible ones. */
  readonly index: number;
}

export interface GridKeyState {
  readonly tree: RowTree;
  /** The numbers of the visible rows, in order. */
  readonly numbers: readonly number[];
  /** The index of the row that has the focus, among the visible ones. */
  readonly index: number;
  /** Whether a visible row shows its children; undefined where it has none, or where that cannot be changed. */
  readonly isExpanded: (index: number) => boolean | undefined;
  /** How many rows are in sight. */
  readonly page: number;
}

function moved(state: GridKeyState, index: number): GridAction | undefined {
  const within = Math.min(state.numbers.length - 1, Math.max(0, index));
  return within === state.index ? undefined : { type: 'move', index: within };
}

function toParent(state: GridKeyState): GridAction | undefined {
  const { tree, numbers, index } = state;
  const { parent: number } = tree.rows[numbers[index]];
  const parent = indexOfNumber(numbers, number);
  return parent < 0 ? undefined : { type: 'move', index: parent };
}

/** The pattern of a tree grid: arrows move, and open and close; undefined for a key that means nothing here. */
export function gridAction(
  key: string,
  state: GridKeyState,
): GridAction | undefined {
  const { index, isExpanded, page } = state;
  switch (key) {
    case 'ArrowDown':
      return moved(state, index + 1);
    case 'ArrowUp':
      return moved(state, index - 1);
    case 'PageDown':
      return moved(state, index + page);
    case 'PageUp':
      return moved(state, index - page);
    case 'Home':
      return moved(state, 0);
    case 'End':
      return moved(state, state.numbers.length - 1);
    case 'ArrowRight':
      if (isExpanded(index) === false) {
        return { type: 'toggle', index };
      }
      return isExpanded(index) ? moved(state, index + 1) : undefined;
    case 'ArrowLeft':
      return isExpanded(index) ? { type: 'toggle', index } : toParent(state);
    case 'Enter':
    case ' ':
      return { type: 'select', index };
    default:
      return undefined;
  }
}
