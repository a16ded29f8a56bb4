import Paper from '@mui/material/Paper';
import Radio from '@mui/material/Radio';
import Typography from '@mui/material/Typography';
import { ReactNode, useId } from 'react';

export interface RadioCardProps {
  /** The same for the cards of which one can be chosen. */
  name: string;
  label: string;
  description: string;
  /** Why it cannot be chosen. */
  disabledBy?: ReactNode;
  checked: boolean;
  onChoose: () => void;
}

/** A choice with what it means; the whole card is its button. */
export function RadioCard(props: RadioCardProps) {
  const { name, label, description, disabledBy, checked, onChoose } = props;
  const id = useId();
  const disabled = disabledBy !== undefined;
  return (
    <Paper
      component="label"
      variant="outlined"
      sx={{
        display: 'flex',
        alignItems: 'flex-start',
        gap: 1,
        p: 1.5,
        pl: 0.75,
        borderRadius: 2,
        cursor: disabled ? 'default' : 'pointer',
        borderColor: checked ? 'primary.main' : 'divider',
        '&:hover': disabled ? {} : { backgroundColor: 'action.hover' },
        '&:focus-within': { borderColor: 'primary.main' },
      }}
    >
      <Radio
        size="small"
        name={name}
        checked={checked}
        disabled={disabled}
        onChange={onChoose}
        inputProps={{
          'aria-labelledby': `${id}-label`,
          'aria-describedby': `${id}-description`,
        }}
        sx={{ p: 0.5 }}
      />
      <span>
        <Typography
          component="span"
          display="block"
          id={`${id}-label`}
          variant="body2"
          fontWeight="fontWeightMedium"
          color={disabled ? 'text.secondary' : 'text.primary'}
          sx={{ pt: 0.25 }}
        >
          {label}
        </Typography>
        <Typography
          component="span"
          display="block"
          id={`${id}-description`}
          variant="body2"
          color="text.secondary"
        >
          {description}
          {disabled && <> {disabledBy}</>}
        </Typography>
      </span>
    </Paper>
  );
}
