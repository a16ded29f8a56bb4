import Button from '@mui/material/Button';
import { alpha } from '@mui/material/styles';
import { ReactNode } from 'react';

/** Props of {@link FilterButton}. @public */
export interface FilterButtonProps {
  pressed: boolean;
  onClick: () => void;
  children: ReactNode;
}

/**
 * A button that stays pressed while its filter applies.
 *
 * @public
 */
export function FilterButton(props: FilterButtonProps) {
  const { pressed, onClick, children } = props;
  return (
    <Button
      size="small"
      variant="outlined"
      color={pressed ? 'primary' : 'inherit'}
      aria-pressed={pressed}
      onClick={onClick}
      sx={({ palette }) => ({
        whiteSpace: 'nowrap',
        fontVariantNumeric: 'tabular-nums',
        ...(pressed
          ? {
              color: palette.primary.main,
              borderColor: palette.primary.main,
              backgroundColor: alpha(
                palette.primary.main,
                palette.action.selectedOpacity,
              ),
            }
          : {
              color: palette.text.secondary,
              borderColor: palette.divider,
            }),
      })}
    >
      {children}
    </Button>
  );
}
