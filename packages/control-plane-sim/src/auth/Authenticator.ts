import { createHash } from 'node:crypto';
import { unauthorized } from '../status/errors';
import { ADMIN_RULES, ApiServerUser, Caller } from './AccessRules';

const ANONYMOUS: Caller = {
  name: 'system:anonymous',
  isAuthenticated: false,
  rules: [],
};

/** Comparing digests keeps the time of a look-up independent of how much of a token is right. */
function digest(token: string): string {
  return createHash('sha256').update(token).digest('base64');
}

/** Knows the bearer tokens. */
export class Authenticator {
  readonly #callers = new Map<string, Caller>();

  constructor(adminToken: string, users: readonly ApiServerUser[]) {
    this.admit(adminToken, 'admin');
    for (const { name, token, rules } of users) {
      this.#callers.set(digest(token), { name, isAuthenticated: true, rules });
    }
  }

  /** Lets a token do everything. */
  admit(token: string, name: string): void {
    this.#callers.set(digest(token), {
      name,
      isAuthenticated: true,
      rules: ADMIN_RULES,
    });
  }

  /** Refuses a token from now on. */
  refuse(token: string): void {
    this.#callers.delete(digest(token));
  }

  /**
   * The caller of a request by its Authorization header; anonymous without one.
   *
   * @throws StatusError 401 for a token that is not known
   */
  authenticate(authorization: string | undefined): Caller {
    if (!authorization) {
      return ANONYMOUS;
    }
    const token = /^bearer\s+(\S+)\s*$/i.exec(authorization)?.[1] ?? '';
    const caller = this.#callers.get(digest(token));
    if (!caller) {
      throw unauthorized();
    }
    return caller;
  }
}
