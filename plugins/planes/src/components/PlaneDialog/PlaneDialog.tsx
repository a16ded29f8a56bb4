import Dialog from '@mui/material/Dialog';
import DialogTitle from '@mui/material/DialogTitle';
import { Theme } from '@mui/material/styles';
import useMediaQuery from '@mui/material/useMediaQuery';
import { ReactNode, useId } from 'react';

export interface PlaneDialogProps {
  title: string;
  onClose: () => void;
  children: ReactNode;
}

/** A dialog about a plane, which takes the whole screen where that is small. It is open while it is rendered. */
export function PlaneDialog(props: PlaneDialogProps) {
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
