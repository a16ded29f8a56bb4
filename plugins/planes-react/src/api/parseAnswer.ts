/** What checks the shape of an answer; every zod schema does. */
export interface AnswerSchema<T> {
  parse(data: unknown): T;
}

/** The answer, once its shape is certain. */
export function parseAnswer<T>(schema: AnswerSchema<T>, data: unknown): T {
  try {
    return schema.parse(data);
  } catch (cause) {
    throw new Error(
      'The planes backend answered in a form that this version of the portal does not know',
      { cause },
    );
  }
}
