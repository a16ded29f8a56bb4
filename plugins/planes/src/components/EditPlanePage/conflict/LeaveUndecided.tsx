import Button from '@mui/material/Button';
import DialogActions from '@mui/material/DialogActions';
import DialogContent from '@mui/material/DialogContent';
import Typography from '@mui/material/Typography';
import { TitledDialog } from '@openchoreo-planes/backstage-plugin-planes-react';
import { HeldLink } from '../../RegisterPage/leave/useLeaveGuard';

/** The page is going to be left while it is open whose values count. */
export function LeaveUndecided(props: { held: HeldLink }) {
  const { stay, leave } = props.held;
  return (
    <TitledDialog title="Leave without saving?" onClose={stay}>
      <DialogContent>
        <Typography variant="body2">
          Your changes are not saved, and they are not kept.
        </Typography>
      </DialogContent>
      <DialogActions>
        <Button onClick={leave} color="error">
          Leave
        </Button>
        <Button onClick={stay} variant="contained">
          Stay
        </Button>
      </DialogActions>
    </TitledDialog>
  );
}
