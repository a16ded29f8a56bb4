/** A step of the form. */
export function IdentityStep() {
  return null;
}
