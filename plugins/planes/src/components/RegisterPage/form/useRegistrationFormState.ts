import {
  KindsResponse,
  RegistrationField,
  RegistrationReview,
  RegistrationValues,
} from '@openchoreo-planes/backstage-plugin-planes-common';
import { useCallback, useMemo, useState } from 'react';
import { sameValues } from './formValues';
import { localProblems } from './localProblems';
import { mergeProblems, stillProblems } from './mergeProblems';
import { fieldOfProblem } from './problemFields';
import { EditedPlane, RegistrationForm } from './RegistrationForm';
import { RegistrationStep, stepOfField } from './steps';
import { useKeepDraft, useRestoredDraft } from './useDraft';
import { useFormValues } from './useFormValues';
import { ReviewedValues, useReview } from './useReview';

/** With what a form begins. */
export interface RegistrationFormOptions {
  kinds: KindsResponse;
  /** The plane that the form changes; undefined for a new one. */
  editing?: EditedPlane;
  /** What the fields begin with: for a new plane, what a link proposes; else all values, where they are not the plane's. */
  initialValues?: RegistrationValues;
  /** Under which the browser keeps what is typed. */
  draftKey: string;
  /** How long the typing must pause before the backend is asked. */
  reviewPauseMs?: number;
}

/** The state of a form, for the page around it. */
export interface RegistrationFormState {
  form: RegistrationForm;
  /** Something was typed that would be lost. */
  dirty: boolean;
  /** When the draft was kept that the form began with, in milliseconds since the epoch. */
  restoredAt?: number;
  /** Back to what the form began with, and no draft is kept. */
  startOver: () => void;
  /** Forgets the draft, and leaving asks nothing any more. */
  discard: () => void;
  /** Shows the problems of a step, since it was to be left. */
  leaveStep: (step: RegistrationStep) => void;
}

/** The state of a form for a plane. */
export function useRegistrationFormState(
  options: RegistrationFormOptions,
): RegistrationFormState {
  const { kinds, editing, draftKey } = options;
  const draft = useRestoredDraft(draftKey, options.initialValues === undefined);
  const form = useFormValues(options, draft);
  const { values, installation, controlPlane, served, initial, reset } = form;
  const [restoredAt, setRestoredAt] = useState(draft?.savedAt);
  const [left, setLeft] = useState<ReadonlySet<string>>(new Set());
  const [finished, setFinished] = useState(false);
  const dirty = !finished && !sameValues(values, initial);
  const forget = useKeepDraft(draftKey, {
    values,
    installation,
    dirty,
    restored: draft,
  });
  const reviewed = useReview(values, editing, options.reviewPauseMs);
  const [noted, setNoted] = useState<ReviewedValues>();
  const noteReview = useCallback(
    (review: RegistrationReview) => setNoted({ values, review }),
    [values],
  );

  const problems = useMemo(
    () =>
      mergeProblems(
        localProblems(values, controlPlane),
        stillProblems(
          reviewed?.review?.problems ?? [],
          reviewed?.values ?? {},
          values,
        ),
      ),
    [values, controlPlane, reviewed],
  );
  const leave = useCallback(
    (place: RegistrationField | RegistrationStep) =>
      setLeft(places =>
        places.has(place) ? places : new Set(places).add(place),
      ),
    [],
  );
  const discard = useCallback(() => {
    setFinished(true);
    forget();
  }, [forget]);
  const startOver = useCallback(() => {
    reset();
    setLeft(new Set());
    setRestoredAt(undefined);
  }, [reset]);

  const current = [noted, reviewed].find(known => known?.values === values);
  return {
    form: {
      editing,
      kinds,
      controlPlane,
      served,
      values,
      change: form.change,
      installation,
      changeInstallation: form.changeInstallation,
      problems,
      problemsAt: field =>
        editing || left.has(field) || left.has(stepOfField(field))
          ? problems.filter(
              problem => fieldOfProblem(problem, values) === field,
            )
          : [],
      leaveField: leave,
      review: current?.review,
      noteReview,
      reviewError: current?.error,
      finish: discard,
    },
    dirty,
    restoredAt,
    startOver,
    discard,
    leaveStep: leave,
  };
}
