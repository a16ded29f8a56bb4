import { CustomErrorBase } from '@backstage/errors';
import {
  isBlocking,
  type RegistrationProblem,
} from '@openchoreo-planes/backstage-plugin-planes-common';

/** A registration with which something is wrong; its message is what a person reads in the task's log. */
export class RegistrationRefusedError extends CustomErrorBase {
  name = 'RegistrationRefusedError' as const;

  constructor(problems: readonly RegistrationProblem[]) {
    const lines = problems.filter(isBlocking).map(describeProblem);
    super(
      ['The plane cannot be registered:', ...lines.map(l => `- ${l}`)].join(
        '\n',
      ),
    );
  }
}

/** A problem in one line: where, what, and what to do. */
export function describeProblem(problem: RegistrationProblem): string {
  const { field, message, remedy } = problem;
  return [field && `${field}:`, message, remedy]
    .filter(part => part !== undefined)
    .join(' ');
}
