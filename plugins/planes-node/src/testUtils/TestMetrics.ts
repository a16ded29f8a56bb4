import type {
  MetricAttributes,
  MetricOptions,
  MetricsService,
  MetricsServiceObservable,
  MetricsServiceObservableCallback,
} from '@backstage/backend-plugin-api/alpha';

/** What OpenTelemetry takes for the name of an instrument. */
const NAME = /^[a-z][-_./a-z0-9]{0,254}$/i;

/** A value that {@link TestMetrics} was given. @public */
export interface TestMeasurement {
  readonly value: number;
  readonly attributes: MetricAttributes;
}

/**
 * A metrics service that keeps what is measured, for tests. Refuses names that OpenTelemetry refuses, and a second instrument
 * of the same name, whose values OpenTelemetry would mix up.
 *
 * @public
 */
export class TestMetrics implements MetricsService {
  readonly #recordings = new Map<string, TestMeasurement[]>();
  readonly #callbacks = new Map<
    string,
    Set<MetricsServiceObservableCallback>
  >();
  readonly options = new Map<string, MetricOptions | undefined>();

  /** The sum of what a counter was given, or a histogram; with these attributes, whatever others there are. */
  sum(name: string, attributes: MetricAttributes = {}): number {
    return this.values(name, attributes).reduce((sum, value) => sum + value, 0);
  }

  /** Each value that a counter or histogram was given with these attributes, whatever others there are. */
  values(name: string, attributes: MetricAttributes = {}): number[] {
    return this.#recorded(name)
      .filter(recording => hasAll(recording.attributes, attributes))
      .map(({ value }) => value);
  }

  /** The different attributes that a counter or histogram was given. */
  series(name: string): MetricAttributes[] {
    const all = this.#recorded(name).map(({ attributes }) => attributes);
    return [...new Map(all.map(each => [JSON.stringify(each), each])).values()];
  }

  /** Asks an observable instrument, as a collection of metrics does. */
  async observe(name: string): Promise<TestMeasurement[]> {
    const callbacks = this.#callbacks.get(name);
    if (!callbacks) {
      throw new Error(`There is no observable instrument '${name}'`);
    }
    const observed: TestMeasurement[] = [];
    for (const callback of callbacks) {
      await callback({
        observe: (value, attributes = {}) =>
          observed.push({ value, attributes }),
      });
    }
    return observed;
  }

  createCounter(name: string, options?: MetricOptions) {
    return { add: this.#instrument(name, options) };
  }

  createUpDownCounter(name: string, options?: MetricOptions) {
    return { add: this.#instrument(name, options) };
  }

  createHistogram(name: string, options?: MetricOptions) {
    return { record: this.#instrument(name, options) };
  }

  createGauge(name: string, options?: MetricOptions) {
    return { record: this.#instrument(name, options) };
  }

  createObservableCounter<T extends MetricAttributes>(
    name: string,
    options?: MetricOptions,
  ): MetricsServiceObservable<T> {
    return this.#observable(name, options);
  }

  createObservableUpDownCounter<T extends MetricAttributes>(
    name: string,
    options?: MetricOptions,
  ): MetricsServiceObservable<T> {
    return this.#observable(name, options);
  }

  createObservableGauge<T extends MetricAttributes>(
    name: string,
    options?: MetricOptions,
  ): MetricsServiceObservable<T> {
    return this.#observable(name, options);
  }

  #instrument(name: string, options: MetricOptions | undefined) {
    this.#register(name, options);
    const recordings: TestMeasurement[] = [];
    this.#recordings.set(name, recordings);
    return (value: number, attributes: MetricAttributes = {}) => {
      recordings.push({ value, attributes });
    };
  }

  #observable<T extends MetricAttributes>(
    name: string,
    options: MetricOptions | undefined,
  ): MetricsServiceObservable<T> {
    this.#register(name, options);
    const callbacks = new Set<MetricsServiceObservableCallback<T>>();
    this.#callbacks.set(name, callbacks);
    return {
      addCallback: callback => callbacks.add(callback),
      removeCallback: callback => callbacks.delete(callback),
    };
  }

  #register(name: string, options: MetricOptions | undefined): void {
    if (!NAME.test(name)) {
      throw new Error(`'${name}' cannot be the name of an instrument`);
    }
    if (this.options.has(name)) {
      throw new Error(`The instrument '${name}' is made twice`);
    }
    this.options.set(name, options);
  }

  #recorded(name: string): readonly TestMeasurement[] {
    const recordings = this.#recordings.get(name);
    if (!recordings) {
      throw new Error(`There is no instrument '${name}'`);
    }
    return recordings;
  }
}

function hasAll(all: MetricAttributes, some: MetricAttributes): boolean {
  return Object.entries(some).every(([key, value]) => all[key] === value);
}
