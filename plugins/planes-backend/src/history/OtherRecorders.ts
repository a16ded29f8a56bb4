/** How long a recorder may give no sign of life before it counts as ended; it gives one with every tick. */
const SILENCE_MS = 35_000;

interface OtherRecorder {
  readonly aliveMs: number;
  /** When that was seen to change, by the clock of this process: those of others may differ. */
  readonly changedMs: number;
  readonly hasEnded: boolean;
}

/** Which of the other recorders on the database go on, by their signs of life. */
export class OtherRecorders {
  #known = new Map<string, OtherRecorder>();

  /**
   * Takes a look at their signs of life.
   *
   * @returns whether one has ended since the last look, or may have before the first
   */
  hasOneEnded(aliveTimes: ReadonlyMap<string, number>, nowMs: number): boolean {
    const before = this.#known;
    this.#known = new Map();
    let ended = false;
    for (const [id, aliveMs] of aliveTimes) {
      const last = before.get(id);
      const changedMs = last?.aliveMs === aliveMs ? last.changedMs : nowMs;
      const hasEnded = nowMs - changedMs >= SILENCE_MS;
      ended ||= hasEnded && last?.hasEnded === false;
      this.#known.set(id, { aliveMs, changedMs, hasEnded });
    }
    return ended;
  }
}
