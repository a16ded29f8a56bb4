import type { LoggerService } from '@backstage/backend-plugin-api';
import { ServiceUnavailableError, toError } from '@backstage/errors';
import {
  type ConnectionTestEvent,
  type ConnectionTestReport,
  formatPlaneRef,
  type Plane,
} from '@openchoreo-planes/backstage-plugin-planes-common';
import {
  type ClusterGateways,
  OutageLog,
  type PlaneInventory,
} from '@openchoreo-planes/backstage-plugin-planes-node';
import type { CurrentFleet } from '../planes/CurrentFleet';
import type { ClusterIdentities } from './ClusterIdentities';
import { ConnectionTestRun } from './ConnectionTestRun';
import type { ConnectionTestStore } from './ConnectionTestStore';
import { createReport } from './createReport';
import type { ConnectionTestConfig } from './readConnectionTestConfig';
import { isTimeUp, timeUpReason } from './remedies/timeUp';
import { runSteps } from './runSteps';
import type { ConnectionTestContext } from './types';

/** What {@link ConnectionTests} needs. */
export interface ConnectionTestsOptions {
  readonly inventory: PlaneInventory;
  readonly fleet: CurrentFleet;
  readonly gateways: ClusterGateways;
  readonly store: Pick<ConnectionTestStore, 'get' | 'save'>;
  readonly clusters: Pick<ClusterIdentities, 'remember'>;
  readonly config: ConnectionTestConfig;
  /** How old a heartbeat may be before `connected` is not believed any more, in milliseconds. */
  readonly staleAfterMs: number;
  readonly logger: LoggerService;
  /** Called with each test that has ended; not with reports that are given again. */
  readonly onEnd?: (test: EndedTest) => void;
  readonly clock?: () => Date;
}

/** A test that has ended. */
export interface EndedTest {
  readonly planeType: Plane['planeType'];
  readonly outcome: ConnectionTestReport['outcome'] | 'cancelled' | 'error';
  readonly durationMs: number;
}

/** Who wants a test, and how. */
export interface ConnectionTestRequest {
  /** Aborts when the caller does not wait for the test any more. */
  readonly signal: AbortSignal;
  /** Test even when a recent report is at hand. */
  readonly fresh?: boolean;
  /** The entity reference of the user. */
  readonly requestedBy?: string;
}

/** Tests the connections of planes: one test per plane at a time, few at a time, and not again at once. */
export class ConnectionTests {
  readonly #options: ConnectionTestsOptions;
  readonly #clock: () => Date;
  readonly #runs = new Map<string, ConnectionTestRun>();
  readonly #reading: OutageLog;
  readonly #storing: OutageLog;

  constructor(options: ConnectionTestsOptions) {
    this.#options = options;
    this.#clock = options.clock ?? (() => new Date());
    const log = { logger: options.logger, clock: this.#clock };
    this.#reading = new OutageLog({
      ...log,
      task: 'read the last connection test, so that a new one runs each time',
    });
    this.#storing = new OutageLog({
      ...log,
      task: 'store connection tests, so that each result is given once',
    });
  }

  /**
   * Tests a plane, joins the test that is running, or gives a report of a moment ago.
   *
   * @returns the events of the test; the last one is `report` or `error`
   * @throws ServiceUnavailableError while too many tests are running
   */
  async run(
    plane: Plane,
    request: ConnectionTestRequest,
  ): Promise<AsyncIterable<ConnectionTestEvent>> {
    const report = request.fresh ? undefined : await this.#recent(plane);
    const running = this.#runs.get(plane.uid);
    if (running) {
      return running.follow(request.signal, { joined: true });
    }
    return report ? cached(report) : this.#start(plane, request);
  }

  isRunning(planeUid: string): boolean {
    return this.#runs.has(planeUid);
  }

  /** The report of the plane's last finished test. */
  async last(planeUid: string): Promise<ConnectionTestReport | undefined> {
    return this.#options.store.get(planeUid);
  }

  /** Cancels every running test. */
  stop(): void {
    for (const run of this.#runs.values()) {
      run.abort(new DOMException('The backend stops', 'AbortError'));
    }
  }

  async #recent(plane: Plane): Promise<ConnectionTestReport | undefined> {
    const { store, config } = this.#options;
    try {
      const report = await store.get(plane.uid);
      this.#reading.worked();
      const age =
        this.#clock().getTime() - Date.parse(report?.finishedAt ?? '');
      // Clocks of replicas differ: a report may be of a moment ahead.
      return Math.abs(age) < config.cacheForMs ? report : undefined;
    } catch (error) {
      this.#reading.failed(error);
      return undefined;
    }
  }

  #start(
    plane: Plane,
    request: ConnectionTestRequest,
  ): AsyncIterable<ConnectionTestEvent> {
    const { maxConcurrent } = this.#options.config;
    if (this.#runs.size >= maxConcurrent) {
      throw new ServiceUnavailableError(
        `'${maxConcurrent}' connection tests are running, which is as many as 'openchoreo.planes.connectionTest.maxConcurrent' allows; try again in a moment`,
      );
    }
    const run = new ConnectionTestRun({
      startedAt: this.#clock(),
      onAbandoned: () => this.#forget(plane, run),
    });
    this.#runs.set(plane.uid, run);
    const events = run.follow(request.signal, { joined: false });
    void this.#execute(plane, run, request);
    return events;
  }

  async #execute(
    plane: Plane,
    run: ConnectionTestRun,
    { requestedBy }: ConnectionTestRequest,
  ): Promise<void> {
    const { config } = this.#options;
    const timer = setTimeout(() => run.abort(timeUpReason()), config.timeoutMs);
    const startedAt = this.#clock();
    let outcome: EndedTest['outcome'] = 'error';
    try {
      const context = this.#context(plane, run.signal);
      const result = await runSteps(context, event => run.publish(event));
      const finishedAt = this.#clock();
      const times = { startedAt, finishedAt };
      const report = createReport({ plane, ...times, ...result, requestedBy });
      outcome = report.outcome;
      await this.#keep(plane, report);
      run.publish({ type: 'report', report, cached: false });
    } catch (error) {
      outcome = isCancelled(run) ? 'cancelled' : 'error';
      run.publish({ type: 'error', message: this.#explain(plane, run, error) });
    } finally {
      clearTimeout(timer);
      this.#forget(plane, run);
      run.end();
      this.#options.onEnd?.({
        planeType: plane.planeType,
        outcome,
        durationMs: this.#clock().getTime() - startedAt.getTime(),
      });
    }
  }

  #explain(plane: Plane, run: ConnectionTestRun, error: unknown): string {
    if (isCancelled(run)) {
      return 'The test was cancelled.';
    }
    this.#options.logger.error(
      `Failed to test the connection of ${formatPlaneRef(plane.ref)}`,
      toError(error),
    );
    return "The test could not be completed; the log of the portal's backend says why.";
  }

  #context(plane: Plane, signal: AbortSignal): ConnectionTestContext {
    const { inventory, fleet, gateways, staleAfterMs } = this.#options;
    const { controlPlane } = plane.ref;
    return {
      plane,
      inventory,
      fleet: fleet.get(),
      gateway: gateways.get(controlPlane),
      gatewayConfig: gateways.config(controlPlane),
      staleAfterMs,
      clock: this.#clock,
      signal,
    };
  }

  async #keep(plane: Plane, report: ConnectionTestReport): Promise<void> {
    const { store, clusters } = this.#options;
    const { uid, version } = report.cluster ?? {};
    if (uid !== undefined) {
      clusters.remember(plane.uid, { uid, version });
    }
    try {
      await store.save(plane, report);
      this.#storing.worked();
    } catch (error) {
      this.#storing.failed(error);
    }
  }

  #forget(plane: Plane, run: ConnectionTestRun): void {
    if (this.#runs.get(plane.uid) === run) {
      this.#runs.delete(plane.uid);
    }
  }
}

function isCancelled({ signal }: ConnectionTestRun): boolean {
  return signal.aborted && !isTimeUp(signal);
}

async function* cached(
  report: ConnectionTestReport,
): AsyncGenerator<ConnectionTestEvent> {
  yield { type: 'report', report, cached: true };
}
