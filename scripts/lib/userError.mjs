/** A failure whose message tells the user all there is to know; printed without a stack. */
export class UserError extends Error {
  name = 'UserError';
}
