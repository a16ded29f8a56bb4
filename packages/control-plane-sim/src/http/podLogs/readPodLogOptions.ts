import { badRequest } from '../../status/errors';
import {
  FieldError,
  fieldForbidden,
  invalid,
  invalidObject,
} from '../../status/fieldErrors';

/** Which part of a log is asked for, and how it is to look. */
export interface PodLogOptions {
  readonly container?: string;
  readonly tail?: number;
  /** Milliseconds since 1970. */
  readonly since?: number;
  readonly limitBytes?: number;
  readonly timestamps: boolean;
  /** Of the container's run before this one. */
  readonly previous: boolean;
}

function wholeNumber(query: URLSearchParams, name: string): number | undefined {
  const text = query.get(name);
  if (!text) {
    return undefined;
  }
  if (!/^[+-]?\d+$/.test(text)) {
    throw badRequest(
      `strconv.ParseInt: parsing ${JSON.stringify(text)}: invalid syntax`,
    );
  }
  return Number(text);
}

/** The kubelet is told whole seconds, whatever the fraction that was asked for. */
function sinceTime(query: URLSearchParams): number | undefined {
  const text = query.get('sinceTime');
  if (!text) {
    return undefined;
  }
  const time = Date.parse(text);
  if (Number.isNaN(time)) {
    throw badRequest(
      `parsing time ${JSON.stringify(
        text,
      )} as "2006-01-02T15:04:05Z07:00": cannot parse`,
    );
  }
  return Math.floor(time / 1_000) * 1_000;
}

function complaints(
  query: URLSearchParams,
  numbers: { tail?: number; limitBytes?: number; sinceSeconds?: number },
): FieldError[] {
  const { tail, limitBytes, sinceSeconds } = numbers;
  return [
    ...(tail !== undefined && tail < 0
      ? [invalid('tailLines', tail, 'must be greater than or equal to 0')]
      : []),
    ...(limitBytes !== undefined && limitBytes < 1
      ? [invalid('limitBytes', limitBytes, 'must be greater than 0')]
      : []),
    ...(sinceSeconds !== undefined && query.get('sinceTime')
      ? [
          fieldForbidden(
            '',
            'at most one of `sinceTime` or `sinceSeconds` may be specified',
          ),
        ]
      : []),
  ];
}

/**
 * Reads the query of a log request.
 *
 * @throws StatusError 400 or 422 for values that an API server refuses
 */
export function readPodLogOptions(
  query: URLSearchParams,
  now: number,
): PodLogOptions {
  const tail = wholeNumber(query, 'tailLines');
  const limitBytes = wholeNumber(query, 'limitBytes');
  const sinceSeconds = wholeNumber(query, 'sinceSeconds');
  const errors = complaints(query, { tail, limitBytes, sinceSeconds });
  if (errors.length > 0) {
    throw invalidObject({ group: '', kind: 'PodLogOptions' }, '', errors);
  }
  const isSet = (name: string) => query.get(name) === 'true';
  return {
    container: query.get('container') || undefined,
    tail,
    since:
      sinceSeconds === undefined
        ? sinceTime(query)
        : now - sinceSeconds * 1_000,
    limitBytes,
    timestamps: isSet('timestamps'),
    previous: isSet('previous'),
  };
}
