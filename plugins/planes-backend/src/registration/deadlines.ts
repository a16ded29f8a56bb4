/** What only reads and checks; ends when the caller is gone, too. */
export const REVIEW_TIMEOUT_MS = 20_000;
/** What writes; goes on when the caller is gone, so that nothing is left half done. */
export const WRITE_TIMEOUT_MS = 60_000;
