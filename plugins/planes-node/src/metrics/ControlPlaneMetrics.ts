import type { MetricsService } from '@backstage/backend-plugin-api/alpha';
import { createInstruments } from './metrics';

/** A list+watch that has an age. */
export interface MeasuredSource {
  readonly controlPlane: string;
  readonly plural: string;
  /** How long ago the API server last said anything, in milliseconds. */
  ageMs(): number;
}

/** A request to a cluster gateway that is over. */
export interface MeasuredGatewayRequest {
  readonly controlPlane: string;
  /** The method of `ClusterGateway`. */
  readonly operation: string;
  /** `ok`, `cancelled` or the reason of the failure. */
  readonly outcome: string;
  readonly durationMs: number;
}

/** Measures what goes on between the portal and its control planes. */
export class ControlPlaneMetrics {
  readonly #instruments: ReturnType<typeof createInstruments>;
  readonly #sources = new Set<MeasuredSource>();

  static create(metrics: MetricsService): ControlPlaneMetrics {
    return new ControlPlaneMetrics(metrics);
  }

  private constructor(metrics: MetricsService) {
    this.#instruments = createInstruments(metrics);
    this.#instruments.sourceAge.addCallback(result => {
      for (const { ageMs, ...attributes } of this.#oldest()) {
        result.observe(ageMs / 1000, attributes);
      }
    });
  }

  /** Begins to tell the age of a source. @returns a function that ends it */
  measure(source: MeasuredSource): () => void {
    this.#sources.add(source);
    return () => this.#sources.delete(source);
  }

  watchEnded(
    { controlPlane, plural }: Omit<MeasuredSource, 'ageMs'>,
    reason: string,
  ): void {
    this.#instruments.watchRestarts.add(1, {
      control_plane: controlPlane,
      resource: plural,
      reason,
    });
  }

  gatewayAnswered(request: MeasuredGatewayRequest): void {
    this.#instruments.gatewayRequests.record(request.durationMs / 1000, {
      control_plane: request.controlPlane,
      operation: request.operation,
      outcome: request.outcome,
    });
  }

  requestLimited(kind: string): void {
    this.#instruments.limitedRequests.add(1, { kind });
  }

  /** One for each resource: a control plane that is read namespace by namespace has many sources of the same. */
  #oldest() {
    const oldest = new Map<
      string,
      { control_plane: string; resource: string; ageMs: number }
    >();
    for (const source of this.#sources) {
      const { controlPlane, plural } = source;
      const key = `${controlPlane}/${plural}`;
      const ageMs = Math.max(0, source.ageMs(), oldest.get(key)?.ageMs ?? 0);
      oldest.set(key, { control_plane: controlPlane, resource: plural, ageMs });
    }
    return oldest.values();
  }
}
