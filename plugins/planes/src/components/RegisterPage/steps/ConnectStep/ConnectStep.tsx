/** A step of the form. */
export function ConnectStep() {
  return null;
}
