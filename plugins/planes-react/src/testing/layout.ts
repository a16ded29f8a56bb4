import { act } from 'react';

class NoResizeObserver implements ResizeObserver {
  observe(): void {}

  unobserve(): void {}

  disconnect(): void {}
}

const ROW_HEIGHT = 40;

/**
 * Gives elements a size, which they do not have in a test.
 *
 * @public
 */
export function mockLayout(options: {
  width: number;
  /** Of what can be seen in elements that scroll; none unless given, as jsdom has it. */
  height?: number;
}): void {
  Object.defineProperty(globalThis, 'ResizeObserver', {
    configurable: true,
    value: NoResizeObserver,
  });
  jest
    .spyOn(HTMLElement.prototype, 'clientWidth', 'get')
    .mockReturnValue(options.width);
  jest
    .spyOn(HTMLElement.prototype, 'clientHeight', 'get')
    .mockReturnValue(options.height ?? 0);
  jest
    .spyOn(HTMLElement.prototype, 'offsetHeight', 'get')
    .mockReturnValue(ROW_HEIGHT);
  jest
    .spyOn(HTMLElement.prototype, 'getBoundingClientRect')
    .mockImplementation(
      () => new DOMRect(0, -window.scrollY, options.width, ROW_HEIGHT),
    );
}

/**
 * Scrolls the window, as a person does.
 *
 * @public
 */
export function scrollWindow(scrollY: number): void {
  Object.defineProperty(window, 'scrollY', {
    configurable: true,
    value: scrollY,
  });
  act(() => {
    window.dispatchEvent(new Event('scroll'));
  });
}
