import { isJsonObject, JsonObject, stringsIn } from '../objects/json';
import { compileRule, RuleExpression } from './ruleExpression';

/** A rule in the Common Expression Language. */
export interface SchemaRule {
  rule: string;
  message?: string;
  evaluate: RuleExpression;
}

/** The part of OpenAPI v3 that CustomResourceDefinitions may use and that is checked here. */
export interface Schema {
  type?: string;
  format?: string;
  nullable: boolean;
  default?: unknown;
  enum?: readonly unknown[];
  pattern?: { source: string; expression: RegExp };
  minLength?: number;
  maxLength?: number;
  minimum?: number;
  maximum?: number;
  exclusiveMinimum: boolean;
  exclusiveMaximum: boolean;
  multipleOf?: number;
  minItems?: number;
  maxItems?: number;
  minProperties?: number;
  maxProperties?: number;
  required: readonly string[];
  properties: ReadonlyMap<string, Schema>;
  /** Schema of the values of a map; true where anything goes. */
  additionalProperties?: Schema | true;
  items?: Schema;
  allOf: readonly Schema[];
  anyOf: readonly Schema[];
  oneOf: readonly Schema[];
  not?: Schema;
  preserveUnknownFields: boolean;
  embeddedResource: boolean;
  intOrString: boolean;
  listMapKeys: readonly string[];
  rules: readonly SchemaRule[];
  /** Whether this schema or one within it has rules. */
  containsRules: boolean;
}

function numberAt(source: JsonObject, field: string): number | undefined {
  const value = source[field];
  return typeof value === 'number' ? value : undefined;
}

function stringValue(value: unknown): string | undefined {
  return typeof value === 'string' ? value : undefined;
}

function schemas(value: unknown): Schema[] {
  return Array.isArray(value) ? value.map(parseSchema) : [];
}

function rules(value: unknown): SchemaRule[] {
  return (Array.isArray(value) ? value : [])
    .filter(isJsonObject)
    .map(({ rule, message }) => ({
      rule: String(rule),
      message: stringValue(message),
      evaluate: compileRule(String(rule)),
    }));
}

function namedSchemas(value: unknown): Map<string, Schema> {
  const entries = Object.entries(isJsonObject(value) ? value : {});
  return new Map(entries.map(([name, source]) => [name, parseSchema(source)]));
}

function mapValues(value: unknown): Schema | true | undefined {
  if (isJsonObject(value)) {
    return parseSchema(value);
  }
  return value === true || undefined;
}

/**
 * Reads the `openAPIV3Schema` of a CustomResourceDefinition. Keywords it does not know are ignored.
 *
 * @throws Error for a pattern or a rule that is not understood
 */
export function parseSchema(source: unknown): Schema {
  const from = isJsonObject(source) ? source : {};
  const pattern = stringValue(from.pattern);
  const properties = namedSchemas(from.properties);
  const additionalProperties = mapValues(from.additionalProperties);
  const items = isJsonObject(from.items) ? parseSchema(from.items) : undefined;
  const ownRules = rules(from['x-kubernetes-validations']);
  const children = [
    ...properties.values(),
    ...(items ? [items] : []),
    ...(additionalProperties && additionalProperties !== true
      ? [additionalProperties]
      : []),
  ];
  return {
    type: stringValue(from.type),
    format: stringValue(from.format),
    nullable: from.nullable === true,
    default: from.default,
    enum: Array.isArray(from.enum) ? from.enum : undefined,
    pattern:
      pattern === undefined
        ? undefined
        : { source: pattern, expression: new RegExp(pattern) },
    minLength: numberAt(from, 'minLength'),
    maxLength: numberAt(from, 'maxLength'),
    minimum: numberAt(from, 'minimum'),
    maximum: numberAt(from, 'maximum'),
    exclusiveMinimum: from.exclusiveMinimum === true,
    exclusiveMaximum: from.exclusiveMaximum === true,
    multipleOf: numberAt(from, 'multipleOf'),
    minItems: numberAt(from, 'minItems'),
    maxItems: numberAt(from, 'maxItems'),
    minProperties: numberAt(from, 'minProperties'),
    maxProperties: numberAt(from, 'maxProperties'),
    required: stringsIn(from.required),
    properties,
    additionalProperties,
    items,
    allOf: schemas(from.allOf),
    anyOf: schemas(from.anyOf),
    oneOf: schemas(from.oneOf),
    not: isJsonObject(from.not) ? parseSchema(from.not) : undefined,
    preserveUnknownFields:
      from['x-kubernetes-preserve-unknown-fields'] === true,
    embeddedResource: from['x-kubernetes-embedded-resource'] === true,
    intOrString: from['x-kubernetes-int-or-string'] === true,
    listMapKeys:
      from['x-kubernetes-list-type'] === 'map'
        ? stringsIn(from['x-kubernetes-list-map-keys'])
        : [],
    rules: ownRules,
    containsRules:
      ownRules.length > 0 || children.some(child => child.containsRules),
  };
}
