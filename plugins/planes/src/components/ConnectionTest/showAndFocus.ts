/** Moves the focus to an element, and the page only where its head is not in sight. */
export function showAndFocus(element: HTMLElement): void {
  element.focus({ preventScroll: true });
  const { top } = element.getBoundingClientRect();
  if (top < 0 || top > window.innerHeight / 2) {
    element.scrollIntoView();
  }
}
