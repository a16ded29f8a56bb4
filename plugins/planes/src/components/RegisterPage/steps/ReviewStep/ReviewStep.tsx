/** A step of the form. */
export function ReviewStep() {
  return null;
}
