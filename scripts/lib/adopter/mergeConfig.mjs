/**
 * Adds a part to a configuration as a person does in an editor: keys go where their parents are; of lists, an item of a
 * name that is there already is completed, and what is new comes first.
 *
 * @param {unknown} config
 * @param {unknown} part
 * @returns {unknown}
 */
export function mergeConfig(config, part) {
  if (Array.isArray(config) && Array.isArray(part)) {
    const added = part.filter(item => !config.some(sameName(item)));
    const completed = config.map(item => {
      const more = part.find(sameName(item));
      return more === undefined ? item : mergeConfig(item, more);
    });
    return [...added, ...completed];
  }
  if (isObject(config) && isObject(part)) {
    const merged = { ...config };
    for (const [key, value] of Object.entries(part)) {
      merged[key] = key in config ? mergeConfig(config[key], value) : value;
    }
    return merged;
  }
  return part;
}

/**
 * @param {unknown} value
 * @returns {value is Record<string, unknown>}
 */
function isObject(value) {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

/** @param {unknown} item */
function sameName(item) {
  return (/** @type {unknown} */ other) =>
    isObject(item) &&
    isObject(other) &&
    item.name !== undefined &&
    item.name === other.name;
}
