import Button from '@mui/material/Button';
import DialogActions from '@mui/material/DialogActions';
import DialogContent from '@mui/material/DialogContent';
import Typography from '@mui/material/Typography';
import { TitledDialog } from '@openchoreo-planes/backstage-plugin-planes-react';

export interface LeaveDialogProps {
  title: string;
  onStay: () => void;
  onKeep: () => void;
  onDiscard: () => void;
}

/** What is to become of what was typed, now that the page is going to be left. */
export function LeaveDialog(props: LeaveDialogProps) {
  const { title, onStay, onKeep, onDiscard } = props;
  return (
    <TitledDialog title={title} onClose={onStay}>
      <DialogContent>
        <Typography variant="body2">
          Nothing has been written to the control plane. A draft stays in this
          browser tab until the tab is closed.
        </Typography>
      </DialogContent>
      <DialogActions sx={{ flexWrap: 'wrap', gap: 1 }}>
        <Button onClick={onDiscard} color="error">
          Discard draft
        </Button>
        <Button onClick={onKeep}>Leave and keep draft</Button>
        <Button onClick={onStay} variant="contained">
          Stay
        </Button>
      </DialogActions>
    </TitledDialog>
  );
}
