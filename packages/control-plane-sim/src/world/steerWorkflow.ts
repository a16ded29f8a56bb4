import { isJsonObject, JsonObject, objectAt } from '../objects/json';
import { listAt, textAt } from '../controllers/fields';
import { RunSeed } from './RunSeed';

const TIMED = /^sim\/(?:duration|pending|pull)(?:\.|$)/;

/** A number of seconds, or a range of them, so many times as long. */
function stretch(text: string, pace: number): string {
  return text
    .split('-')
    .map(part =>
      Number.isNaN(Number(part)) ? part : String(Number(part) * pace),
    )
    .join('-');
}

function stretchAll(annotations: JsonObject, pace: number): JsonObject {
  return Object.fromEntries(
    Object.entries(annotations).map(([name, value]) => [
      name,
      TIMED.test(name) ? stretch(String(value), pace) : value,
    ]),
  );
}

function slower(template: JsonObject, pace: number): JsonObject {
  const { retryStrategy } = template;
  const metadata = objectAt(template, 'metadata');
  const backoff = objectAt(retryStrategy, 'backoff');
  return {
    ...template,
    metadata: {
      ...metadata,
      annotations: stretchAll(objectAt(metadata, 'annotations'), pace),
    },
    ...(isJsonObject(retryStrategy) && {
      retryStrategy: {
        ...retryStrategy,
        backoff: {
          ...backoff,
          duration: stretch(textAt(backoff, 'duration') ?? '0', pace),
        },
      },
    }),
  };
}

function behaving(
  template: JsonObject,
  behaviour: Readonly<Record<string, string | number>>,
): JsonObject {
  const metadata = objectAt(template, 'metadata');
  const annotations = Object.fromEntries(
    Object.entries(behaviour).map(([name, value]) => [
      `sim/${name}`,
      String(value),
    ]),
  );
  return {
    ...template,
    metadata: {
      ...metadata,
      annotations: { ...objectAt(metadata, 'annotations'), ...annotations },
    },
  };
}

/** The `spec` of an Argo workflow that goes as a run of the past went. */
export function steerWorkflow(
  spec: JsonObject,
  { pace = 1, behaviour = {}, spec: further }: RunSeed,
): JsonObject {
  const templates = listAt(spec, 'templates')
    .filter(isJsonObject)
    .map(template => (pace === 1 ? template : slower(template, pace)))
    .map(template => {
      const own = behaviour[textAt(template, 'name') ?? ''];
      return own ? behaving(template, own) : template;
    });
  return { ...spec, ...further, templates };
}
