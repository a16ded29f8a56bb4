import Typography from '@mui/material/Typography';
import { KindChoices } from './kindChoices';

/** Kinds that the control plane serves, and why they are not among the choices. */
export function NotOffered(
  props: Pick<KindChoices, 'superseded' | 'withoutAgents'>,
) {
  const { superseded, withoutAgents } = props;
  return (
    <>
      {superseded.map(({ kind, by }) => (
        <Typography
          key={kind}
          variant="caption"
          component="p"
          color="text.secondary"
        >
          {kind} is not offered: {by} took its place, and nothing acts on
          resources of the old kind any more.
        </Typography>
      ))}
      {withoutAgents.length > 0 && (
        <Typography variant="caption" component="p" color="text.secondary">
          {withoutAgents.join(', ')} cannot be registered here: this control
          plane is of a release before agents, whose planes hold credentials of
          their clusters.
        </Typography>
      )}
    </>
  );
}
