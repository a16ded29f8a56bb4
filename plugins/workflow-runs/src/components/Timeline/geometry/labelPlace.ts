import type { BarShape } from './barShape';

/** Between a bar and its label, in pixels. */
const LABEL_GAP = 8;

/** Whether there is room for a label right of a bar. */
export function fitsBeside(
  bar: Pick<BarShape, 'x' | 'width'>,
  labelWidth: number,
  plotWidth: number,
): boolean {
  return bar.x + bar.width + LABEL_GAP + labelWidth <= plotWidth;
}

/** Where the label of a bar stands. */
export interface LabelPlace {
  readonly x: number;
  readonly align: 'left' | 'right';
  /** On the bar rather than beside it. */
  readonly inside: boolean;
}

/** Right of the bar, else left of it, else on it: wherever there is room within the plot. */
export function labelPlace(
  bar: Pick<BarShape, 'x' | 'width'>,
  labelWidth: number,
  plotWidth: number,
): LabelPlace {
  if (fitsBeside(bar, labelWidth, plotWidth)) {
    const right = bar.x + bar.width + LABEL_GAP;
    return { x: Math.max(right, LABEL_GAP), align: 'left', inside: false };
  }
  if (bar.x - LABEL_GAP - labelWidth >= 0) {
    return { x: bar.x - LABEL_GAP, align: 'right', inside: false };
  }
  const edge = Math.min(bar.x + bar.width, plotWidth);
  return { x: edge - LABEL_GAP, align: 'right', inside: true };
}
