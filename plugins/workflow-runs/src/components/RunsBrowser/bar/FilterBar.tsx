import Box from '@mui/material/Box';
import Stack from '@mui/material/Stack';
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

const ORDERS = RUNS_ORDERS.map(order => ({ value: order, label: order }));

const LINE = {
  display: 'flex',
  flexWrap: 'wrap',
  alignItems: 'center',
  gap: 1,
} as const;

const FIELDS = {
  display: { xs: 'grid', sm: 'flex' },
  gridTemplateColumns: 'repeat(2, minmax(0, 1fr))',
  gap: 1,
  '& > *': { flex: { sm: '0 1 200px' }, minWidth: 0 },
} as const;

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
  const range = <RangeField view={view} onChange={onChange} />;
  const order = (
    <ChoiceField
      label="Sort"
      value={view.order}
      options={ORDERS}
      onChange={value =>
        onChange({ order: RUNS_ORDERS.find(name => name === value) })
      }
    />
  );
  return (
    <Stack role="search" aria-label="Runs" spacing={1}>
      <Box sx={LINE}>
        <SearchField
          label="Search runs"
          placeholder="Name, component, branch"
          value={view.text}
          onChange={search}
        />
        {isSmall ? (
          // The fields would fill the screen.
          <FilterButton pressed={isOpen} onClick={() => setIsOpen(!isOpen)}>
            Filters
          </FilterButton>
        ) : (
          <>
            {range}
            <Box sx={{ ml: 'auto' }}>{order}</Box>
          </>
        )}
      </Box>
      {(isOpen || !isSmall) && (
        <Box sx={FIELDS}>
          <ScopeFields {...props} />
          {isSmall && range}
          {isSmall && order}
        </Box>
      )}
    </Stack>
  );
}
