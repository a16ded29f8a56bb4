import Stack from '@mui/material/Stack';
import {
  RegisteredPlane,
  RegistrationResult,
} from '@openchoreo-planes/backstage-plugin-planes-common';
import {
  readRegistrationRefusal,
  refusalStatus,
} from '@openchoreo-planes/backstage-plugin-planes-react';
import { useEffect, useId } from 'react';
import { mergeProblems } from '../../form/mergeProblems';
import { useRegistrationForm } from '../../form/RegistrationForm';
import { BackButton } from '../../frame/BackButton';
import { ApplySection } from './apply/ApplySection';
import { blockingReason } from './apply/blockingReason';
import { ManifestResult } from './apply/ManifestResult';
import { useTellConflict } from './apply/useTellConflict';
import { useWrite } from './apply/useWrite';
import { DryRunCard } from './dryRun/DryRunCard';
import { DryRun, useDryRun } from './dryRun/useDryRun';
import { ManifestFileCard } from './file/ManifestFileCard';
import { ProblemsCard } from './problems/ProblemsCard';
import { SummaryCard } from './summary/SummaryCard';

export interface ReviewStepProps {
  /** Back to the step before. */
  onBack: () => void;
  /**
   * The control plane has the plane: it was written, or the reader applied the manifest by hand. Then nothing is known of
   * the result but the plane.
   */
  onRegistered: (result: RegistrationResult) => void;
  /** Somebody else has changed the plane since the form was opened. Called as often as that turns out. */
  onConflict?: (current: RegisteredPlane) => void;
}

function failureOf(dryRun: DryRun): Error | undefined {
  return dryRun.status === 'failed' ? dryRun.error : undefined;
}

/** Shows what is about to be written and what the control plane says to it, and writes it. */
export function ReviewStep(props: ReviewStepProps) {
  const { onConflict } = props;
  const form = useRegistrationForm();
  const { values, editing, review: lint } = form;
  const permissionNoticeId = useId();
  const { dryRun, retry } = useDryRun(values, editing);

  const { noteReview } = form;
  useEffect(() => {
    if (dryRun.status === 'answered') {
      noteReview?.(dryRun.review);
    }
  }, [dryRun, noteReview]);

  const onRegistered = (result: RegistrationResult) => {
    form.finish?.();
    props.onRegistered(result);
  };
  const { write, start } = useWrite({
    values,
    editing,
    onWritten: onRegistered,
    onFailure: failure => {
      if (failure.status === 'conflict') {
        onConflict?.(failure.current);
      } else if (failure.status === 'refused') {
        // Something has changed since the dry run, which therefore is no longer true.
        retry();
      }
    },
  });

  const failure = failureOf(dryRun);
  useTellConflict(failure, onConflict);

  const review = dryRun.status === 'answered' ? dryRun.review : lint;
  const problems = mergeProblems(
    form.problems,
    review?.problems ?? [],
    failure ? readRegistrationRefusal(failure).problems : [],
    write.status === 'refused' ? write.problems : [],
  );
  const known = mergeProblems(form.problems, review?.problems ?? []);
  const blocked = blockingReason(known, dryRun);
  const forbidden = failure && refusalStatus(failure) === 'forbidden';
  const file = {
    manifest: review?.manifest,
    commands: review?.commands ?? [],
    loading: dryRun.status === 'asking',
  };

  return (
    <Stack spacing={2}>
      <SummaryCard />
      <ProblemsCard problems={problems} />
      <DryRunCard
        dryRun={dryRun}
        onRetry={retry}
        permissionNoticeId={permissionNoticeId}
      />
      {form.controlPlane?.mode === 'manifest' ? (
        <>
          <ManifestResult
            file={file}
            blocked={blocked}
            onFound={onRegistered}
          />
          <BackButton onBack={props.onBack} />
        </>
      ) : (
        <>
          <ManifestFileCard {...file} />
          <ApplySection
            write={write}
            onBack={props.onBack}
            onStart={start}
            blocked={blocked}
            forbiddenBy={forbidden ? permissionNoticeId : undefined}
            onFound={onRegistered}
          />
        </>
      )}
    </Stack>
  );
}
