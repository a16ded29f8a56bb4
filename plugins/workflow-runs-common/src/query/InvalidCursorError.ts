/** A cursor that is none, or that belongs to a list in another order. @public */
export class InvalidCursorError extends Error {
  constructor() {
    super(
      "Query parameter 'cursor' does not belong to this list; leave it out to start at its beginning",
    );
    this.name = 'InvalidCursorError';
  }
}
