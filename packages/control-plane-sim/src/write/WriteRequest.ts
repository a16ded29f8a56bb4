import { FieldError, invalidObject, notSupported } from '../status/fieldErrors';

/** What becomes of fields that the schema does not know. */
export type FieldValidation = 'Strict' | 'Warn' | 'Ignore';

/** The options of a write, from its query and headers. */
export interface WriteOptions {
  dryRun: boolean;
  fieldManager: string;
  fieldValidation: FieldValidation;
  subresource?: 'status';
}

/** What a write answers. */
export interface WriteResult {
  code: number;
  body: object;
  /** For the `Warning` header. */
  warnings: string[];
}

const OPTIONS_KINDS: Record<string, string> = {
  POST: 'CreateOptions',
  PUT: 'UpdateOptions',
  PATCH: 'PatchOptions',
  DELETE: 'DeleteOptions',
};

function isFieldValidation(value: string): value is FieldValidation {
  return ['Strict', 'Warn', 'Ignore'].includes(value);
}

/**
 * Reads the options of a write.
 *
 * @throws StatusError 422 for a value that is not offered
 */
export function readWriteOptions(
  method: string,
  query: URLSearchParams,
  userAgent: string,
  subresource?: string,
): WriteOptions {
  const dryRun = query.getAll('dryRun').filter(Boolean);
  const fieldValidation = query.get('fieldValidation') || 'Warn';
  const errors: FieldError[] = [];
  if (dryRun.some(value => value !== 'All')) {
    errors.push(notSupported('dryRun', dryRun, ['All']));
  }
  if (!isFieldValidation(fieldValidation)) {
    const supported = ['', 'Ignore', 'Strict', 'Warn'];
    errors.push(notSupported('fieldValidation', fieldValidation, supported));
  }
  if (errors.length > 0 || !isFieldValidation(fieldValidation)) {
    const kind = OPTIONS_KINDS[method] ?? 'CreateOptions';
    throw invalidObject({ group: 'meta.k8s.io', kind }, '', errors);
  }
  return {
    dryRun: dryRun.length > 0,
    fieldManager:
      query.get('fieldManager') || userAgent.split('/')[0] || 'unknown',
    fieldValidation,
    subresource: subresource === 'status' ? 'status' : undefined,
  };
}
