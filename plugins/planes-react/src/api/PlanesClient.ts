import { FetchApi } from '@backstage/core-plugin-api';
import {
  PlaneResponse,
  planeResponseSchema,
  PlanesResponse,
  planesResponseSchema,
} from '@openchoreo-planes/backstage-plugin-planes-common';
import { ConditionalReader } from './ConditionalReader';
import { PlanesApi, PlanesRequestOptions } from './PlanesApi';

/**
 * {@link PlanesApi} over HTTP. An answer that does not have the shape of the API is an error, too.
 *
 * @public
 */
export class PlanesClient implements PlanesApi {
  readonly #planes: ConditionalReader<PlanesResponse>;
  readonly #plane: ConditionalReader<PlaneResponse>;

  constructor(options: { fetchApi: FetchApi }) {
    this.#planes = new ConditionalReader(
      options.fetchApi,
      planesResponseSchema,
    );
    this.#plane = new ConditionalReader(options.fetchApi, planeResponseSchema);
  }

  async getPlanes(options?: PlanesRequestOptions): Promise<PlanesResponse> {
    return this.#planes.read('plugin://planes/planes', options?.signal);
  }

  async getPlane(
    uid: string,
    options?: PlanesRequestOptions,
  ): Promise<PlaneResponse> {
    const url = `plugin://planes/planes/${encodeURIComponent(uid)}`;
    return this.#plane.read(url, options?.signal);
  }
}
