import type { BackstageCredentials } from '@backstage/backend-plugin-api';
import { InputError } from '@backstage/errors';
import { RateLimiterMemory, RateLimiterRes } from 'rate-limiter-flexible';
import { z } from 'zod';
import type {
  RateLimitConfig,
  RateLimitsConfig,
} from '../config/readRateLimitConfig';
import type { LimitedKind, RequestLimits } from './RequestLimits';
import { TooManyRequestsError } from './TooManyRequestsError';

const principalSchema = z.union([
  z.object({ type: z.literal('user'), userEntityRef: z.string() }),
  z.object({ type: z.literal('service'), subject: z.string() }),
]);

export interface DefaultRequestLimitsOptions {
  /** Nothing is limited where undefined. */
  readonly config: RateLimitsConfig;
  /** Called for each request that is refused. */
  readonly onLimited?: (kind: LimitedKind) => void;
}

/** {@link RequestLimits} of one backend process. */
export class DefaultRequestLimits implements RequestLimits {
  readonly #limiters: ReadonlyMap<LimitedKind, RateLimiterMemory>;
  readonly #onLimited: (kind: LimitedKind) => void;

  constructor({ config, onLimited = () => {} }: DefaultRequestLimitsOptions) {
    const kinds: readonly LimitedKind[] = config ? ['reads', 'actions'] : [];
    this.#limiters = new Map(
      kinds.flatMap(kind => {
        const limit = config?.[kind];
        return limit ? [[kind, createLimiter(kind, limit)] as const] : [];
      }),
    );
    this.#onLimited = onLimited;
  }

  async take(
    credentials: BackstageCredentials,
    kind: LimitedKind,
  ): Promise<void> {
    const limiter = this.#limiters.get(kind);
    if (!limiter) {
      return;
    }
    try {
      await limiter.consume(senderOf(credentials));
    } catch (error) {
      if (!(error instanceof RateLimiterRes)) {
        throw error;
      }
      this.#onLimited(kind);
      const seconds = Math.max(1, Math.ceil(error.msBeforeNext / 1000));
      throw new TooManyRequestsError(
        `You have sent more requests to planes than the portal allows (${limiter.points} in ${limiter.duration} s): try again in ${seconds} s`,
        seconds,
      );
    }
  }
}

function createLimiter(
  kind: LimitedKind,
  { limit, windowMs }: RateLimitConfig,
): RateLimiterMemory {
  return new RateLimiterMemory({
    keyPrefix: kind,
    points: limit,
    duration: windowMs / 1000,
  });
}

function senderOf({ principal }: BackstageCredentials): string {
  const parsed = principalSchema.safeParse(principal);
  if (!parsed.success) {
    throw new InputError('Only users and services may send requests to planes');
  }
  return parsed.data.type === 'user'
    ? `user:${parsed.data.userEntityRef.toLowerCase()}`
    : `service:${parsed.data.subject}`;
}
