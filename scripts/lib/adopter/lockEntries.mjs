/**
 * The entries of a lock file of Yarn by the line that they begin with.
 *
 * @param {string} lock
 * @returns {Map<string, string>}
 */
function entriesOf(lock) {
  return new Map(
    lock
      .split('\n\n')
      .map(entry => entry.trim())
      .filter(entry => /^"?(?!__metadata)[^#\s]/.test(entry))
      .map(entry => [entry.split('\n')[0], entry]),
  );
}

/** @param {string} head - `"a@npm:^1, a@npm:^2":` */
function descriptors(head) {
  return head.replace(/^"|"?:$/g, '').split(', ');
}

/**
 * What a portal's lock file has beyond that of this repository: the seed for the next installation.
 *
 * @param {string} lock - of the portal
 * @param {string} own - of this repository
 * @returns {string}
 */
export function entriesBeyond(lock, own) {
  const known = new Set([...entriesOf(own).keys()].flatMap(descriptors));
  return [...entriesOf(lock)]
    .filter(
      ([head]) =>
        !/@(workspace|file|link):/.test(head) &&
        descriptors(head).some(descriptor => !known.has(descriptor)),
    )
    .map(([, entry]) => `${entry}\n`)
    .join('\n');
}

/**
 * A lock file to begin with, in which both are; of versions for one range that of the seed counts.
 *
 * @param {string} own - of this repository
 * @param {string} seed - what {@link entriesBeyond} gave
 * @returns {string}
 */
export function seededLock(own, seed) {
  const seeded = new Set([...entriesOf(seed).keys()].flatMap(descriptors));
  const kept = own
    .split('\n\n')
    .filter(
      entry =>
        !descriptors(entry.trim().split('\n')[0]).some(descriptor =>
          seeded.has(descriptor),
        ),
    );
  return `${kept.join('\n\n').trimEnd()}\n\n${seed}`;
}
