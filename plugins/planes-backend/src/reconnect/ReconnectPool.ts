import { createHash } from 'node:crypto';
import {
  type Fleet,
  formatPlaneRef,
  type Plane,
} from '@openchoreo-planes/backstage-plugin-planes-common';

/** How many planes a message names. */
const NAMED = 5;

/** Options of {@link ReconnectPool}. */
export interface ReconnectPoolOptions {
  readonly fleet: Fleet;
  /** Names the agents. */
  readonly pool: string;
  readonly isVisible: (plane: Plane) => boolean;
}

/** The planes that share one plane's agents, and therefore are interrupted with it. */
export class ReconnectPool {
  /** The others that the caller may see. */
  readonly visible: readonly Plane[];
  /** How many others there are that the caller may not see. */
  readonly hidden: number;
  /** Stands for exactly these agents and planes: the planes' number, and a hash of all, seen or not. */
  readonly confirmation: string;

  constructor(plane: Plane, options: ReconnectPoolOptions) {
    const all = options.fleet.sharing(plane);
    this.visible = all.filter(options.isVisible);
    this.hidden = all.length - this.visible.length;
    const uids = [plane, ...all].map(({ uid }) => uid).sort();
    const hash = createHash('sha256')
      .update([options.pool, ...uids].join('\n'))
      .digest('base64url');
    this.confirmation = `${all.length}.${hash}`;
  }

  /**
   * Says what changed since a confirmation was given, in a sentence without its full stop.
   *
   * @returns undefined where nothing changed
   */
  changeSince(confirmation: string): string | undefined {
    if (confirmation === this.confirmation) {
      return undefined;
    }
    const before = /^\d{1,6}(?=\.)/.exec(confirmation)?.[0];
    const then =
      before === undefined
        ? 'The confirmation is not of these agents'
        : `When you confirmed, ${others(Number(before))} shared the agents`;
    return `${then}; now ${this.#describe()}`;
  }

  #describe(): string {
    const count = this.visible.length + this.hidden;
    const verb = count > 1 ? 'share' : 'shares';
    const names = this.visible
      .slice(0, NAMED)
      .map(({ ref }) => formatPlaneRef(ref));
    const unnamed = this.visible.length - names.length;
    const parts = [
      ...names,
      ...(unnamed > 0 ? [`${unnamed} more`] : []),
      ...(this.hidden > 0 ? [`${this.hidden} that you may not see`] : []),
    ];
    const list = parts.length > 0 ? `: ${parts.join(', ')}` : '';
    return `${others(count)} ${verb} them${list}`;
  }
}

function others(count: number): string {
  if (count === 0) {
    return 'no other plane';
  }
  return count === 1 ? '1 other plane' : `${count} other planes`;
}
