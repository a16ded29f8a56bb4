import MenuItem from '@mui/material/MenuItem';
import TextField from '@mui/material/TextField';
import { LogsResponse } from '@openchoreo-planes/backstage-plugin-workflow-runs-common';

export interface ContainerFieldProps {
  containers: LogsResponse['containers'];
  value: string;
  onChange: (container: string) => void;
}

/** Argo's own containers are rarely what somebody looks for. */
function text({ name, role }: LogsResponse['containers'][number]): string {
  return role === 'init' || role === 'wait' ? `${name} (Argo)` : name;
}

/** Chooses the container whose log is shown; nothing where there is one alone. */
export function ContainerField(props: ContainerFieldProps) {
  const { containers, value, onChange } = props;
  if (containers.length < 2) {
    return null;
  }
  return (
    <TextField
      select
      size="small"
      value={value}
      onChange={event => onChange(event.target.value)}
      SelectProps={{ inputProps: { 'aria-label': 'Container' } }}
      sx={{ minWidth: 110 }}
    >
      {containers.map(container => (
        <MenuItem key={container.name} value={container.name}>
          {text(container)}
        </MenuItem>
      ))}
    </TextField>
  );
}
