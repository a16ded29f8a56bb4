import Box from '@mui/material/Box';
import { FilterButton } from '@openchoreo-planes/backstage-plugin-planes-react';

export interface ChoiceButtonsProps<T extends string> {
  /** What is chosen, for those who do not see the buttons around. */
  label: string;
  value: T;
  options: readonly { value: T; label: string }[];
  onChange: (value: T) => void;
}

/** Buttons of which one is pressed. */
export function ChoiceButtons<T extends string>(props: ChoiceButtonsProps<T>) {
  const { label, value, options, onChange } = props;
  return (
    <Box
      role="group"
      aria-label={label}
      sx={{ display: 'flex', flexWrap: 'wrap', gap: 0.75 }}
    >
      {options.map(option => (
        <FilterButton
          key={option.value}
          pressed={option.value === value}
          onClick={() => onChange(option.value)}
        >
          {option.label}
        </FilterButton>
      ))}
    </Box>
  );
}
