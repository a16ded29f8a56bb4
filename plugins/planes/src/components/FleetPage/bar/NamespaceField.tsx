import { PlanesCounts } from '@openchoreo-planes/backstage-plugin-planes-common';
import { ChoiceField } from '@openchoreo-planes/backstage-plugin-planes-react';
import { CLUSTER_SCOPE } from '../view/planeWords';

export interface NamespaceFieldProps {
  namespaces: readonly string[];
  counts: PlanesCounts['namespaces'];
  onChange: (namespaces: string[]) => void;
}

// No namespace is called so, and the empty name stands for planes of cluster scope.
const ALL = '*';
const SEVERAL = '**';

/** Lets through the planes of one namespace. */
export function NamespaceField(props: NamespaceFieldProps) {
  const { namespaces, counts, onChange } = props;
  const names = [...new Set([...Object.keys(counts), ...namespaces])].sort(
    (a, b) => a.localeCompare(b),
  );
  const isSeveral = namespaces.length > 1;
  const value = isSeveral ? SEVERAL : namespaces[0] ?? ALL;
  return (
    <ChoiceField
      label="Namespace"
      value={value}
      options={[
        { value: ALL, label: 'all' },
        // Only a link can choose several.
        ...(isSeveral
          ? [{ value: SEVERAL, label: namespaces.join(', ') }]
          : []),
        ...names.map(name => ({
          value: name,
          label: `${name || CLUSTER_SCOPE} (${counts[name] ?? 0})`,
        })),
      ]}
      onChange={name => onChange(name === ALL ? [] : [name])}
    />
  );
}
