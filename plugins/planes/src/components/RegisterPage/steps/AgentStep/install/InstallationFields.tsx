import Box from '@mui/material/Box';
import TextField from '@mui/material/TextField';
import { useRegistrationForm } from '../../../form/RegistrationForm';
import { agentURLHint } from './agentURLHint';
import { ToneText } from '../ToneText';

const CODE = { sx: { fontFamily: 'monospace' }, spellCheck: false } as const;

function addressHelp(proposed: string | undefined): string {
  const where =
    "The WebSocket address of the cluster gateway, as the plane's cluster reaches it: wss://…/ws.";
  return proposed === undefined
    ? `${where} Whoever installed the control plane knows it; it belongs to the Service cluster-gateway-external.`
    : `${where} The portal's configuration proposes ${proposed}.`;
}

/** What the commands are filled in with, besides the values of the steps before. */
export function InstallationFields() {
  const { installation, changeInstallation, controlPlane } =
    useRegistrationForm();
  const { method, agentURL, chartVersion } = installation;
  const hint = agentURL === '' ? undefined : agentURLHint(agentURL);
  return (
    <Box
      sx={{
        display: 'grid',
        gap: 2,
        gridTemplateColumns: 'repeat(auto-fit, minmax(min(100%, 14rem), 1fr))',
      }}
    >
      <TextField
        fullWidth
        size="small"
        label="Gateway address"
        placeholder="wss://gateway.example.com/ws"
        value={agentURL}
        onChange={event => changeInstallation({ agentURL: event.target.value })}
        inputProps={CODE}
        helperText={
          hint ? (
            <ToneText tone="warning">{hint}</ToneText>
          ) : (
            addressHelp(controlPlane?.agentURL)
          )
        }
      />
      <TextField
        fullWidth
        size="small"
        label="Chart version"
        placeholder="1.2.3"
        value={chartVersion}
        onChange={event =>
          changeInstallation({ chartVersion: event.target.value })
        }
        inputProps={CODE}
        helperText={
          method === 'installed'
            ? 'The version of the Helm chart that is installed.'
            : "The version of the Helm chart: that of the control plane's OpenChoreo."
        }
      />
    </Box>
  );
}
