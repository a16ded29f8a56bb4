/** A step of the form. */
export function LinksStep() {
  return null;
}
