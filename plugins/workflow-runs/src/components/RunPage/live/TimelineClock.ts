import type { TimelineResponse } from '@openchoreo-planes/backstage-plugin-workflow-runs-common';

/**
 * The time on the clock that a timeline is of.
 *
 * @remarks
 * It is the backend's rather than this browser's, which may be wrong; and it stands still where nobody knows how a run goes on.
 */
export class TimelineClock {
  #response: TimelineResponse | undefined;
  #aheadMs = 0;

  /** Always the same function. */
  readonly now = (): number => {
    const { source, readAt } = this.#response ?? {};
    return source === 'last-known' && readAt !== undefined
      ? Date.parse(readAt)
      : Date.now() + this.#aheadMs;
  };

  /**
   * Sets the clock by an answer. One that is known already tells nothing of the time.
   *
   * @param receivedAt - milliseconds of this browser's clock
   */
  set(response: TimelineResponse, receivedAt: number): void {
    if (response !== this.#response) {
      this.#response = response;
      const aheadMs = Date.parse(response.readAt) - receivedAt;
      this.#aheadMs = Number.isNaN(aheadMs) ? 0 : aheadMs;
    }
  }
}
