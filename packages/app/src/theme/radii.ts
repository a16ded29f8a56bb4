/** Corner radii in CSS pixels. */
export const CARD_RADIUS = 10;
export const CONTROL_RADIUS = 8;
