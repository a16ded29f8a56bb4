import {
  OfferedKind,
  useRegistrationForm,
} from '../../../form/RegistrationForm';
import { RegistrationTextField } from '../../../fields/RegistrationTextField';
import { ChoiceButtons } from '../../AgentStep/ChoiceButtons';
import { allowedKinds, ObservabilityKind } from './observabilityChoices';

const LABELS: Record<ObservabilityKind, string> = {
  ObservabilityPlane: "In the plane's namespace",
  ClusterObservabilityPlane: 'Of cluster scope',
};

/** Names an observability plane that is not among those that one may see. */
export function ObservabilityPlaneByName(props: { served: OfferedKind }) {
  const { values, change } = useRegistrationForm();
  const kinds = allowedKinds(props.served);
  const kind =
    kinds.find(allowed => allowed === values['observabilityPlaneRef.kind']) ??
    kinds[0];
  return (
    <>
      {kinds.length > 1 && (
        <ChoiceButtons
          label="Scope of the observability plane"
          value={kind}
          options={kinds.map(value => ({ value, label: LABELS[value] }))}
          onChange={chosen => change({ 'observabilityPlaneRef.kind': chosen })}
        />
      )}
      <RegistrationTextField
        field="observabilityPlaneRef.name"
        label={`Name of the ${kind}`}
        required
        code
        help="Nothing checks that it exists when the plane is created."
      />
    </>
  );
}
