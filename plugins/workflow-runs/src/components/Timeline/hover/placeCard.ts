const GAP = 14;
const EDGE = 8;

/** Beside the pointer, below and right of it where there is room in the browser's window. */
export function placeCard(
  card: HTMLElement,
  pointer: { x: number; y: number },
): string {
  const { offsetWidth: width, offsetHeight: height } = card;
  const right = pointer.x + GAP;
  const below = pointer.y + GAP;
  const x =
    right + width > window.innerWidth - EDGE ? pointer.x - GAP - width : right;
  const y =
    below + height > window.innerHeight - EDGE
      ? pointer.y - GAP - height
      : below;
  return `translate(${Math.max(EDGE, x)}px, ${Math.max(EDGE, y)}px)`;
}
