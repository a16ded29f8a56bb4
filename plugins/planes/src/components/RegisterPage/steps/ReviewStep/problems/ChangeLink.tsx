import Button from '@mui/material/Button';
import { RegistrationProblem } from '@openchoreo-planes/backstage-plugin-planes-common';
import { Link, useLocation } from 'react-router-dom';
import { fieldOfProblem } from '../../../form/problemFields';
import { useRegistrationForm } from '../../../form/RegistrationForm';
import { stepOfField } from '../../../form/steps';

/** The way to the field that a problem is about; nothing for a problem of the plane as a whole. */
export function ChangeLink(props: { problem: RegistrationProblem }) {
  const { problem } = props;
  const { values } = useRegistrationForm();
  const { search } = useLocation();
  const field = fieldOfProblem(problem, values);
  if (field === undefined) {
    return null;
  }
  const params = new URLSearchParams(search);
  params.set('step', stepOfField(field));
  params.set('field', field);
  return (
    <div>
      <Button
        size="small"
        variant="outlined"
        component={Link}
        to={{ search: `${params}` }}
        aria-label={`Change ${field}`}
      >
        Change
      </Button>
    </div>
  );
}
