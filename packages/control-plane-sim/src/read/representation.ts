import { notAcceptable } from '../status/errors';

/** The form in which objects are answered. */
export type Representation =
  | { form: 'object' }
  /** For `kubectl get`. */
  | {
      form: 'table';
      apiVersion: string;
      includeObject: 'None' | 'Metadata' | 'Object';
    }
  /** Only the metadata. */
  | { form: 'metadata' };

/** One clause of an Accept header. */
export interface MediaClause {
  type: string;
  parameters: ReadonlyMap<string, string>;
}

/** The clauses of an Accept header, in the order of the client. */
export function parseAccept(header: string | undefined): MediaClause[] {
  return (header || '*/*').split(',').map(clause => {
    const [type, ...parameters] = clause.split(';').map(part => part.trim());
    return {
      type,
      parameters: new Map(
        parameters.map(parameter => {
          const [key, value = ''] = parameter.split('=');
          return [key, value];
        }),
      ),
    };
  });
}

/** Whether a clause takes JSON. */
export function acceptsJson({ type }: MediaClause): boolean {
  return ['application/json', 'application/*', '*/*'].includes(type);
}

function includeObjectOf(
  query: URLSearchParams,
): 'None' | 'Metadata' | 'Object' {
  const value = query.get('includeObject');
  return value === 'None' || value === 'Object' ? value : 'Metadata';
}

/**
 * The form that a client asks for.
 *
 * @throws StatusError 406 where it takes none that is offered
 */
export function negotiateRepresentation(
  accept: string | undefined,
  query: URLSearchParams,
): Representation {
  for (const clause of parseAccept(accept).filter(acceptsJson)) {
    const as = clause.parameters.get('as');
    const version = clause.parameters.get('v');
    const isMeta = clause.parameters.get('g') === 'meta.k8s.io';
    if (as === undefined) {
      return { form: 'object' };
    }
    if (
      isMeta &&
      as === 'Table' &&
      (version === 'v1' || version === 'v1beta1')
    ) {
      return {
        form: 'table',
        apiVersion: `meta.k8s.io/${version}`,
        includeObject: includeObjectOf(query),
      };
    }
    if (isMeta && as.startsWith('PartialObjectMetadata')) {
      return { form: 'metadata' };
    }
  }
  throw notAcceptable(['application/json']);
}
