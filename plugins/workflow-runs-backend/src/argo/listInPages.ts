import type {
  GatewayFailure,
  GatewayRequestOptions,
  TunnelRequest,
} from '@openchoreo-planes/backstage-plugin-planes-node';
import { z } from 'zod';
import type { RunCluster } from './clusterOf';

const PAGE_SIZE = 500;

const pageSchema = z.object({
  metadata: z.object({ continue: z.string().optional() }).catch({}),
  items: z.array(z.unknown()),
});

const NO_LIST: GatewayFailure = {
  reason: 'unexpected-answer',
  message: "What the API server of the plane's cluster answered is no list.",
};

/** What a list came to. */
export type PagedList =
  | {
      readonly ok: true;
      readonly items: readonly unknown[];
      /** A later page could not be read: asking again may tell more. */
      readonly isBroken: boolean;
    }
  | { readonly ok: false; readonly failure: GatewayFailure };

/** Lists objects of a plane's cluster, 500 a page; what the first pages hold stands where a later one fails. */
export async function listInPages(
  { gateway, address }: RunCluster,
  request: TunnelRequest & { readonly maxPages: number },
  options: GatewayRequestOptions,
): Promise<PagedList> {
  const { maxPages, path, query } = request;
  const items: unknown[] = [];
  let token: string | undefined;
  for (let page = 0; page < maxPages; page++) {
    const outcome = await gateway.get(
      address,
      {
        path,
        query: {
          ...query,
          limit: String(PAGE_SIZE),
          ...(token !== undefined && { continue: token }),
        },
      },
      options,
    );
    const failure = outcome.ok ? NO_LIST : outcome.failure;
    const read = pageSchema.safeParse(outcome.ok && outcome.value);
    if (!read.success) {
      return page === 0
        ? { ok: false, failure }
        : { ok: true, items, isBroken: true };
    }
    items.push(...read.data.items);
    token = read.data.metadata.continue || undefined;
    if (token === undefined) {
      return { ok: true, items, isBroken: false };
    }
  }
  return { ok: true, items, isBroken: false };
}
