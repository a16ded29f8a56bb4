import type { MetricsService } from '@backstage/backend-plugin-api/alpha';
import { createInstruments } from '../metrics';

/** Measures how far the catalog is behind the inventory. */
export class CatalogLag {
  readonly #instruments: ReturnType<typeof createInstruments>;
  /** When the oldest change was seen that is not on its way to the catalog yet. */
  #seenAt: number | undefined;
  /** When the oldest change was seen that is. */
  #publishedSince: number | undefined;

  constructor(metrics: MetricsService) {
    this.#instruments = createInstruments(metrics);
    this.#instruments.waiting.addCallback(result => {
      const since = this.#publishedSince ?? this.#seenAt;
      const ms = since === undefined ? 0 : performance.now() - since;
      result.observe(ms / 1000);
    });
  }

  /** A change was seen. */
  seen(): void {
    this.#seenAt ??= performance.now();
  }

  /** What was seen so far is brought to the catalog, and so is what failed to get there before. */
  publishing(): void {
    this.#publishedSince ??= this.#seenAt;
    this.#seenAt = undefined;
  }

  /** The catalog has accepted it. */
  published(): void {
    if (this.#publishedSince !== undefined) {
      const ms = performance.now() - this.#publishedSince;
      this.#instruments.lag.record(ms / 1000);
      this.#publishedSince = undefined;
    }
  }
}
