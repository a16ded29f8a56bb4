import Dialog from '@mui/material/Dialog';
import DialogTitle from '@mui/material/DialogTitle';
import { Theme } from '@mui/material/styles';
import useMediaQuery from '@mui/material/useMediaQuery';
import { ReactNode, useId } from 'react';

/**
 * Props of {@link TitledDialog}.
 *
 * @public
 */
export interface TitledDialogProps {
  title: string;
  onClose: () => void;
  children: ReactNode;
}

/**
 * A dialog which takes the whole screen where that is small. It is open while it is rendered.
 *
 * @public
 */
export function TitledDialog(props: TitledDialogProps) {
  const titleId = useId();
  const small = useMediaQuery<Theme>(theme => theme.breakpoints.down('sm'));
  return (
    <Dialog
      open
      fullWidth
      maxWidth="sm"
      fullScreen={small}
      aria-labelledby={titleId}
      onClose={props.onClose}
    >
      {/* What is shown in it has the headings that it has in a card, below one of this level. */}
      <DialogTitle id={titleId} component="h3">
        {props.title}
      </DialogTitle>
      {props.children}
    </Dialog>
  );
}
