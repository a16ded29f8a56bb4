import Box from '@mui/material/Box';
import {
  PLANES_GROUPS,
  PlanesCounts,
} from '@openchoreo-planes/backstage-plugin-planes-common';
import { useCallback } from 'react';
import {
  ChoiceField,
  FilterButton,
  SearchField,
} from '@openchoreo-planes/backstage-plugin-planes-react';
import { FleetLayout, FleetView } from '../view/fleetView';
import { ChangeFleetView } from '../view/useFleetView';
import { NamespaceField } from './NamespaceField';
import { TypeFilter } from './TypeFilter';

export interface FilterBarProps {
  view: FleetView;
  onChange: ChangeFleetView;
  counts: PlanesCounts;
}

const LAYOUTS: readonly { layout: FleetLayout; label: string }[] = [
  { layout: 'cards', label: 'Cards' },
  { layout: 'table', label: 'Table' },
];

/** What is shown, and how. */
export function FilterBar(props: FilterBarProps) {
  const { view, onChange, counts } = props;
  const search = useCallback(
    (text: string) => onChange({ text }, { replace: true }),
    [onChange],
  );
  return (
    <Box
      role="search"
      aria-label="Planes"
      sx={{ display: 'flex', flexWrap: 'wrap', alignItems: 'center', gap: 1 }}
    >
      <SearchField
        label="Search planes"
        placeholder="Name, planeID, namespace"
        value={view.text}
        onChange={search}
      />
      <TypeFilter
        types={view.types}
        counts={counts.types}
        onChange={types => onChange({ types })}
      />
      <Box sx={{ display: 'flex', flexWrap: 'wrap', gap: 1, ml: 'auto' }}>
        <NamespaceField
          namespaces={view.namespaces}
          counts={counts.namespaces}
          onChange={namespaces => onChange({ namespaces })}
        />
        <ChoiceField
          label="Group"
          value={view.group}
          options={PLANES_GROUPS.map(group => ({ value: group, label: group }))}
          onChange={value =>
            onChange({ group: PLANES_GROUPS.find(group => group === value) })
          }
        />
        {LAYOUTS.map(({ layout, label }) => (
          <FilterButton
            key={layout}
            pressed={view.layout === layout}
            onClick={() =>
              onChange({ layout: view.layout === layout ? undefined : layout })
            }
          >
            {label}
          </FilterButton>
        ))}
      </Box>
    </Box>
  );
}
