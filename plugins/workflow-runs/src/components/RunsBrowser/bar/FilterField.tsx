import { ChoiceField } from '@openchoreo-planes/backstage-plugin-planes-react';
import { Choice } from './useSeen';

export interface FilterFieldProps {
  label: string;
  /** What is chosen; only a link can choose several. */
  values: readonly string[];
  choices: readonly Choice[];
  /** What an unknown value is called. */
  nameOf?: (value: string) => string;
  onChange: (value: string | undefined) => void;
}

// No name in Kubernetes is called so.
const ALL = '*';
const SEVERAL = '**';

/** Lets through what is one of several; at first all. */
export function FilterField(props: FilterFieldProps) {
  const { label, values, choices, nameOf = value => value, onChange } = props;
  const known = new Set(choices.map(({ value }) => value));
  const unknown = values.filter(value => !known.has(value));
  const options = [
    { value: ALL, label: 'all' },
    ...(values.length > 1
      ? [{ value: SEVERAL, label: values.map(nameOf).join(', ') }]
      : []),
    ...choices,
    ...unknown.map(value => ({ value, label: nameOf(value) })),
  ];
  return (
    <ChoiceField
      label={label}
      value={values.length > 1 ? SEVERAL : values[0] ?? ALL}
      options={options}
      onChange={value => onChange(value === ALL ? undefined : value)}
    />
  );
}
