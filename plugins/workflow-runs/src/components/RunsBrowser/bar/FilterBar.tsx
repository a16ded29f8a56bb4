import Box from '@mui/material/Box';
import { Theme } from '@mui/material/styles';
import useMediaQuery from '@mui/material/useMediaQuery';
import {
  ChoiceField,
  FilterButton,
  SearchField,
} from '@openchoreo-planes/backstage-plugin-planes-react';
import { useCallback, useState } from 'react';
import { RUNS_ORDERS } from '../view/runsView';
import { RangeField } from './RangeField';
import { ScopeFields, ScopeFieldsProps } from './ScopeFields';

export type FilterBarProps = ScopeFieldsProps;

/** Which runs are listed, and in which order. */
export function FilterBar(props: FilterBarProps) {
  const { view, onChange } = props;
  const isSmall = useMediaQuery<Theme>(theme => theme.breakpoints.down('sm'));
  const [isOpen, setIsOpen] = useState(false);
  const search = useCallback(
    (text: string) => onChange({ text }, { replace: true }),
    [onChange],
  );
  return (
    <Box
      role="search"
      aria-label="Runs"
      sx={{ display: 'flex', flexWrap: 'wrap', alignItems: 'center', gap: 1 }}
    >
      <SearchField
        label="Search runs"
        placeholder="Name, branch, commit"
        value={view.text}
        onChange={search}
      />
      {isSmall && (
        // The fields would fill the screen.
        <FilterButton pressed={isOpen} onClick={() => setIsOpen(!isOpen)}>
          Filters
        </FilterButton>
      )}
      {(isOpen || !isSmall) && (
        <>
          <ScopeFields {...props} />
          <RangeField view={view} onChange={onChange} />
          <Box sx={{ ml: 'auto' }}>
            <ChoiceField
              label="Sort"
              value={view.order}
              options={RUNS_ORDERS.map(order => ({
                value: order,
                label: order,
              }))}
              onChange={value =>
                onChange({ order: RUNS_ORDERS.find(order => order === value) })
              }
            />
          </Box>
        </>
      )}
    </Box>
  );
}
