/**
 * As much of a JSON schema as the schemas of configuration use.
 *
 * @typedef {object} JsonSchema
 * @property {string} [type]
 * @property {string} [description]
 * @property {Record<string, JsonSchema>} [properties]
 * @property {JsonSchema} [items]
 * @property {JsonSchema[]} [anyOf]
 * @property {unknown[]} [enum]
 * @property {string[]} [required]
 */

/** @typedef {{ path: string, type: string, default: string, meaning: string }} ConfigKey */

/** These have a table of their own; deeper objects are rows of the table above them. */
const SECTIONS = [
  'openchoreo.controlPlanes[]',
  'openchoreo.controlPlanes[].gateway',
  'openchoreo.planes',
  'openchoreo.workflowRuns',
];

/**
 * The reference of all configuration keys as Markdown, a table for each section.
 *
 * @param {readonly JsonSchema[]} schemas - of the packages
 */
export function configReference(schemas) {
  const keys = schemas.flatMap(schema => listKeys(schema, ''));
  return SECTIONS.map(section => {
    const rows = keys
      .filter(key => sectionOf(key.path) === section && tells(key))
      .map(
        ({ path, type, default: value, meaning }) =>
          `| \`${path.slice(
            section.length + 1,
          )}\` | ${type} | ${value} | ${meaning} |`,
      );
    const about = keys.find(
      ({ path }) => path === section || path === section.replace('[]', ''),
    );
    return [
      `## \`${section}\``,
      about?.meaning ?? '',
      [
        '| key | type | default | meaning |',
        '| --- | --- | --- | --- |',
        ...rows,
      ].join('\n'),
    ]
      .filter(Boolean)
      .join('\n\n');
  }).join('\n\n');
}

/**
 * An object without a word about it is told by the keys in it.
 *
 * @param {ConfigKey} key
 */
function tells({ type, meaning }) {
  return type !== 'object' || meaning !== '';
}

/** @param {string} path */
function sectionOf(path) {
  return SECTIONS.filter(section => path.startsWith(`${section}.`)).sort(
    (a, b) => b.length - a.length,
  )[0];
}

/**
 * @param {JsonSchema} schema
 * @param {string} path
 * @returns {ConfigKey[]}
 */
function listKeys(schema, path) {
  const { properties = {}, required = [] } = schema;
  return Object.entries(properties).flatMap(([key, child]) => {
    const childPath = path ? `${path}.${key}` : key;
    const described = describe(child, required.includes(key));
    return [
      { path: childPath, ...described },
      ...listKeys(child, childPath),
      ...(child.items?.properties
        ? listKeys(child.items, `${childPath}[]`)
        : []),
    ];
  });
}

/**
 * @param {JsonSchema} schema
 * @param {boolean} required
 */
function describe(schema, required) {
  const text = schema.description ?? '';
  const stated = /Default: (`[^`]+`)\./.exec(text);
  return {
    type: typeName(schema),
    default: required ? 'required' : stated?.[1] ?? '',
    meaning: text
      .replace(stated?.[0] ?? '', '')
      .replace(/ +/g, ' ')
      .trim()
      .replaceAll('|', '\\|'),
  };
}

/**
 * @param {JsonSchema} schema
 * @returns {string}
 */
function typeName(schema) {
  if (schema.enum) {
    return schema.enum.map(value => `\`${value}\``).join(' or ');
  }
  if (schema.anyOf) {
    const isDuration = schema.anyOf.some(({ properties }) =>
      Boolean(properties?.milliseconds),
    );
    return isDuration ? 'duration' : schema.anyOf.map(typeName).join(' or ');
  }
  if (schema.items) {
    return `list of ${typeName(schema.items)}s`;
  }
  return schema.type ?? 'any';
}
