/** An expression as OpenChoreo's templates have it, so that nobody takes it for one of TypeScript. */
export function cel(expression: string): string {
  return `\${${expression}}`;
}
