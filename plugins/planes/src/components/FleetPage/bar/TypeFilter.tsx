import {
  PLANE_CATEGORIES,
  PlaneCategory,
  PlanesCounts,
} from '@openchoreo-planes/backstage-plugin-planes-common';
import {
  FilterButton,
  toggled,
} from '@openchoreo-planes/backstage-plugin-planes-react';
import { CATEGORY_LABELS } from '../view/planeWords';

export interface TypeFilterProps {
  types: readonly PlaneCategory[];
  counts: PlanesCounts['types'];
  onChange: (types: PlaneCategory[]) => void;
}

/** Buttons that let through planes of some types. */
export function TypeFilter(props: TypeFilterProps) {
  const { types, counts, onChange } = props;
  const shown = PLANE_CATEGORIES.filter(
    type => counts[type] || types.includes(type),
  );
  const all = shown.reduce((sum, type) => sum + (counts[type] ?? 0), 0);
  return (
    <>
      <FilterButton pressed={types.length === 0} onClick={() => onChange([])}>
        All {all}
      </FilterButton>
      {shown.map(type => (
        <FilterButton
          key={type}
          pressed={types.includes(type)}
          onClick={() => onChange(toggled(types, type))}
        >
          {CATEGORY_LABELS[type]} {counts[type] ?? 0}
        </FilterButton>
      ))}
    </>
  );
}
