import { MouseEvent } from 'react';

/**
 * Leaves the focus where it is while a button is pressed.
 *
 * @remarks
 * A field that loses it shows what is wrong with it, which moves the button away before it is released.
 */
export function keepFocus(event: MouseEvent): void {
  event.preventDefault();
}
