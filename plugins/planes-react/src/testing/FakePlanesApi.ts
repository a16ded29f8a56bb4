import { NotFoundError } from '@backstage/errors';
import {
  PlaneResponse,
  PlanesResponse,
  PlaneView,
} from '@openchoreo-planes/backstage-plugin-planes-common';
import { PlanesApi } from '../api/PlanesApi';

/**
 * {@link PlanesApi} over planes that a test provides.
 *
 * @public
 */
export class FakePlanesApi implements PlanesApi {
  /** What the backend knows now; may be replaced. */
  planes: readonly PlaneView[];
  /** While set, every request fails with it. */
  error?: Error;
  /** While true, requests are never answered. */
  hanging = false;
  /** How many requests came. */
  requests = 0;

  constructor(...planes: PlaneView[]) {
    this.planes = planes;
  }

  async getPlanes(): Promise<PlanesResponse> {
    await this.#request();
    const sources = new Map(
      this.planes.map(({ source }) => [
        `${source.controlPlane}/${source.plural}`,
        source,
      ]),
    );
    return {
      items: [...this.planes],
      asOf: new Date().toISOString(),
      sources: [...sources.values()],
    };
  }

  async getPlane(uid: string): Promise<PlaneResponse> {
    await this.#request();
    const item = this.planes.find(view => view.plane.uid === uid);
    if (!item) {
      throw new NotFoundError(`No plane found with uid '${uid}'`);
    }
    return { item, asOf: new Date().toISOString() };
  }

  async #request(): Promise<void> {
    this.requests += 1;
    if (this.hanging) {
      await new Promise(() => undefined);
    }
    if (this.error) {
      throw this.error;
    }
  }
}
