import type { z } from 'zod';
import type { nodeArtifactSchema, nodeValuesSchema } from '../api/nodeSchema';
import type { RunParameter } from '../api/runSchema';
import {
  asFields,
  Fields,
  fieldsAt,
  MAX_TEXT_LENGTH,
  readList,
  readText,
} from '../parse/readers';
import { cutText } from '../parse/text';
import { maskByContent, maskValue } from '../secrets/maskValue';

/** Inputs or outputs of a node. @public */
export type NodeValues = z.infer<typeof nodeValuesSchema>;

type NodeArtifact = z.infer<typeof nodeArtifactSchema>;

const MAX_VALUES = 500;
const MAX_NAME_LENGTH = 500;

// Where an artifact can lie: the field, its scheme, and what makes up the place.
const STORES: readonly (readonly [
  field: string,
  scheme: string,
  parts: readonly string[],
])[] = [
  ['s3', 's3://', ['bucket', 'key']],
  ['gcs', 'gs://', ['bucket', 'key']],
  ['oss', 'oss://', ['bucket', 'key']],
  ['azure', 'azure://', ['container', 'blob']],
  ['hdfs', 'hdfs:', ['path']],
  ['http', '', ['url']],
  ['artifactory', '', ['url']],
  ['git', '', ['repo']],
];

function locationOf(artifact: Fields): string | undefined {
  for (const [field, scheme, parts] of STORES) {
    const store = asFields(artifact[field]);
    const found = parts
      .map(part => store?.[part])
      .filter(part => typeof part === 'string' && part !== '');
    if (found.length > 0) {
      // Where the bucket is that of the artifact repository, only the key is known.
      const prefix = found.length === parts.length ? scheme : '';
      return readText(prefix + found.join('/'));
    }
  }
  return artifact.raw === undefined
    ? readText(artifact.path)
    : 'part of the workflow';
}

function readArtifact(value: unknown): NodeArtifact | undefined {
  const artifact = asFields(value);
  const name = readText(artifact?.name, MAX_NAME_LENGTH);
  return artifact && name !== undefined
    ? { name, location: locationOf(artifact) }
    : undefined;
}

function shown(value: unknown): unknown {
  return typeof value === 'string' ? cutText(value, MAX_TEXT_LENGTH) : value;
}

function readParameter(
  value: unknown,
  showSecrets: boolean,
): RunParameter | undefined {
  const parameter = asFields(value);
  const name = readText(parameter?.name, MAX_NAME_LENGTH);
  if (!parameter || name === undefined) {
    return undefined;
  }
  const given = parameter.value ?? parameter.default;
  const { masked, value: rest } = showSecrets
    ? { masked: false, value: given }
    : maskValue(given, [name]);
  return { name, value: shown(rest), masked };
}

function readResult(
  value: unknown,
  showSecrets: boolean,
): RunParameter | undefined {
  if (typeof value !== 'string') {
    return undefined;
  }
  const { masked, value: rest } = showSecrets
    ? { masked: false, value }
    : maskByContent(value);
  return { name: 'result', value: shown(rest), masked };
}

/** Reads the inputs or the outputs of a node; texts are bounded, secrets masked unless they may be seen. */
function readValues(values: Fields, showSecrets: boolean): NodeValues {
  return {
    parameters: readList(values.parameters, MAX_VALUES)
      .map(parameter => readParameter(parameter, showSecrets))
      .filter(parameter => parameter !== undefined),
    artifacts: readList(values.artifacts, MAX_VALUES)
      .map(readArtifact)
      .filter(artifact => artifact !== undefined),
    result: readResult(values.result, showSecrets),
  };
}

/** The inputs and outputs of a node. */
export function nodeInputsAndOutputs(
  node: Fields,
  showSecrets: boolean,
): { inputs: NodeValues; outputs: NodeValues } {
  return {
    inputs: readValues(fieldsAt(node, 'inputs'), showSecrets),
    outputs: readValues(fieldsAt(node, 'outputs'), showSecrets),
  };
}
