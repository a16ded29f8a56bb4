const CONTROLS = 'input, textarea, select, button, [data-registration-field]';

function fieldOf(element: HTMLElement): string | null {
  return element.dataset.registrationField ?? element.getAttribute('name');
}

function isUsable(element: HTMLElement): boolean {
  return !element.matches(':disabled, [type="hidden"], [aria-hidden="true"]');
}

/**
 * Puts the focus on a field of a step.
 *
 * @remarks
 * A field is known by the `name` of its control, or by `data-registration-field`.
 *
 * @returns whether the step has the field
 */
export function focusField(step: HTMLElement, field: string): boolean {
  const controls = [...step.querySelectorAll<HTMLElement>(CONTROLS)].filter(
    control => fieldOf(control) === field && isUsable(control),
  );
  const control =
    controls.find(candidate => candidate.matches(':checked')) ?? controls[0];
  control?.focus();
  return control !== undefined;
}
