import { PlaneRegistration } from './PlaneRegistration';
import { RegistrationProblem } from './RegistrationProblem';

/** What came of reading a registration. @public */
export type RegistrationReading =
  | { readonly ok: true; readonly registration: PlaneRegistration }
  | {
      readonly ok: false;
      /** At least one. */
      readonly problems: readonly RegistrationProblem[];
      /** What of it is right, for checks that need no more than that. */
      readonly valid: Partial<PlaneRegistration>;
    };

/**
 * Reads a registration strictly, by the rules that hold for every release.
 *
 * @remarks
 * Never throws. A field that is not known is an error, which names the one that was meant where that can be told. What is
 * quoted of the input is cut short, and nothing of a certificate or key is.
 *
 * @param input - anything, such as the body of a request
 * @public
 */
export function validateRegistration(input: unknown): RegistrationReading {
  throw new Error(`Not written yet: ${typeof input}`);
}
