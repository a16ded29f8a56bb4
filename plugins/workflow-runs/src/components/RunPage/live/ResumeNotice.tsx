import {
  CopyableCode,
  Notice,
} from '@openchoreo-planes/backstage-plugin-planes-react';
import type { WaitingForResume } from './waitingForResume';

function stepsText([first, ...others]: readonly string[]): string {
  return others.length > 0
    ? `${first} and ${others.length} more wait`
    : `${first} waits`;
}

/** Says that a run waits for somebody, and how to let it go on. */
export function ResumeNotice(props: { waiting: WaitingForResume }) {
  const { waiting } = props;
  if (waiting.for === 'workflow') {
    return (
      <Notice severity="info" title="The run is suspended">
        What runs goes on to its end, and nothing new begins until somebody
        resumes it.
      </Notice>
    );
  }
  return (
    <Notice
      severity="info"
      title={`${stepsText(waiting.steps)} for somebody to let the run go on`}
    >
      With access to the plane&apos;s cluster, this does:{' '}
      <CopyableCode text={waiting.command} label="command" />
    </Notice>
  );
}
