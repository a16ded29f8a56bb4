const FAILURE =
  /\b(FAIL(ED|URE)?|ERROR|FATAL|PANIC|Traceback)\b|(^|\s)(error|fatal|panic)(\[[^\]]*\])?:|^npm ERR!|^not ok \d|\bexit (status|code) [1-9]/;
const NOT_A_FAILURE = /\b(0|no) (errors?|failures?|failed)\b/i;

/** Whether a line looks as if it told why something failed. */
export function looksLikeFailure(text: string): boolean {
  return FAILURE.test(text) && !NOT_A_FAILURE.test(text);
}
