import { Plane } from '../model/plane';

interface Group {
  size: number;
  readonly buckets: Map<string, Plane[]>;
}

/** Planes in groups, and within a group in buckets; answers who is in a group's other buckets. */
export class PlaneGroups {
  readonly #groups = new Map<string, Group>();

  add(groupKey: string, bucketKey: string, plane: Plane): void {
    let group = this.#groups.get(groupKey);
    if (!group) {
      group = { size: 0, buckets: new Map() };
      this.#groups.set(groupKey, group);
    }
    group.size += 1;
    const bucket = group.buckets.get(bucketKey);
    if (bucket) {
      bucket.push(plane);
    } else {
      group.buckets.set(bucketKey, [plane]);
    }
  }

  otherCount(groupKey: string, bucketKey: string): number {
    const group = this.#groups.get(groupKey);
    return group ? group.size - (group.buckets.get(bucketKey)?.length ?? 0) : 0;
  }

  *others(groupKey: string, bucketKey: string): Iterable<Plane> {
    for (const [key, planes] of this.#groups.get(groupKey)?.buckets ?? []) {
      if (key !== bucketKey) {
        yield* planes;
      }
    }
  }
}
