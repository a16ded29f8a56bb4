import { Theme } from '@mui/material/styles';
import useMediaQuery from '@mui/material/useMediaQuery';
import { TableWidth } from './catalogColumns';

export function useTableWidth(): TableWidth {
  const narrow = useMediaQuery<Theme>(theme => theme.breakpoints.down('sm'));
  const medium = useMediaQuery<Theme>(theme => theme.breakpoints.down('md'));
  if (narrow) {
    return 'narrow';
  }
  return medium ? 'medium' : 'wide';
}
