import Typography from '@mui/material/Typography';
import { planeKindInfo } from '@openchoreo-planes/backstage-plugin-planes-common';
import { FieldProblems } from '../../fields/FieldProblems';
import { RegistrationTextField } from '../../fields/RegistrationTextField';
import { useRegistrationForm } from '../../form/RegistrationForm';
import { planeIDNote } from './planeIDNote';

/** The planeID, and at once what it means for the plane and its agents. */
export function PlaneIDField() {
  const form = useRegistrationForm();
  const { controlPlane, served, values, problemsAt } = form;
  const info = served && planeKindInfo(served.kind);
  const known = controlPlane?.planeIDs.filter(
    ({ gatewayPlaneType }) => gatewayPlaneType === info?.gatewayPlaneType,
  );
  const shownAtField = problemsAt('planeID');
  const note = planeIDNote(form);
  return (
    <div>
      <RegistrationTextField
        field="planeID"
        label="planeID"
        code
        required={info?.scope === 'Cluster'}
        placeholder={info?.scope === 'Namespaced' ? values.name : undefined}
        suggestions={known?.map(({ planeID }) => planeID) ?? []}
        help={
          info?.scope === 'Namespaced'
            ? 'The name stands for it unless given.'
            : undefined
        }
      />
      <Typography
        component="div"
        variant="caption"
        color="text.secondary"
        aria-live="polite"
        sx={{ mt: 1, overflowWrap: 'anywhere' }}
      >
        {note.text}
        <FieldProblems
          problems={note.problems.filter(
            problem => !shownAtField.includes(problem),
          )}
        />
      </Typography>
    </div>
  );
}
