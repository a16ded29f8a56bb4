import type { PointerEvent } from 'react';
import { MIN_TREE_WIDTH } from '../layout';

const STEP = 16;

export interface SplitterProps {
  /** Of the names, in pixels. */
  width: number;
  max: number;
  onChange: (width: number) => void;
}

/** The line between the names and the bars, which can be moved: by the pointer, and as a slider. */
export function Splitter(props: SplitterProps) {
  const { width, max, onChange } = props;
  const onPointerMove = (event: PointerEvent<HTMLElement>) => {
    const { currentTarget, pointerId, clientX } = event;
    if (currentTarget.hasPointerCapture(pointerId)) {
      const frame = currentTarget.parentElement?.getBoundingClientRect();
      const wanted = Math.round(clientX - (frame?.left ?? 0));
      onChange(Math.min(max, Math.max(MIN_TREE_WIDTH, wanted)));
    }
  };
  return (
    <div
      className="splitter"
      style={{ left: width }}
      onPointerDown={event => {
        event.preventDefault();
        event.currentTarget.setPointerCapture(event.pointerId);
      }}
      onPointerMove={onPointerMove}
    >
      <input
        type="range"
        className="words"
        aria-label="Width of the names"
        min={MIN_TREE_WIDTH}
        max={max}
        step={STEP}
        value={width}
        onChange={event => onChange(Number(event.target.value))}
      />
    </div>
  );
}
