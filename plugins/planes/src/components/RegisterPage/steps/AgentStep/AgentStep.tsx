/** A step of the form. */
export function AgentStep() {
  return null;
}
