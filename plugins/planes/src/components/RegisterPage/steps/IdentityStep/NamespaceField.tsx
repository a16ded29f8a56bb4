import { RegistrationTextField } from '../../fields/RegistrationTextField';
import { useRegistrationForm } from '../../form/RegistrationForm';

/** The namespace of the plane's resource: one of those that are known, unless there may be more. */
export function NamespaceField() {
  const { controlPlane, editing } = useRegistrationForm();
  const { items = [], complete = false } = controlPlane?.namespaces ?? {};
  const isEmpty = complete && items.length === 0;
  return (
    <RegistrationTextField
      field="namespace"
      label="Namespace"
      required
      code
      suggestions={items}
      closed={complete && !isEmpty}
      disabled={editing !== undefined}
      help={
        isEmpty
          ? 'There is no namespace in which you may register planes.'
          : 'Of the control plane, in which the projects are that use it.'
      }
    />
  );
}
