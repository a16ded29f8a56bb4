/**
 * What checks the shape of an answer; every zod schema does.
 *
 * @public
 */
export interface AnswerSchema<T> {
  /** Throws unless the data is of the shape. */
  parse(data: unknown): T;
}

/**
 * The answer, once its shape is certain.
 *
 * @public
 */
export function parseAnswer<T>(schema: AnswerSchema<T>, data: unknown): T {
  try {
    return schema.parse(data);
  } catch (cause) {
    throw new Error(
      'The backend answered in a form that this version of the portal does not know',
      { cause },
    );
  }
}
