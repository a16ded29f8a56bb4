import Box from '@mui/material/Box';
import Button from '@mui/material/Button';
import Stack from '@mui/material/Stack';
import { hasField } from '@openchoreo-planes/backstage-plugin-planes-common';
import { RiAddLine } from '@remixicon/react';
import { useEffect, useRef, useState } from 'react';
import {
  OfferedKind,
  useRegistrationForm,
} from '../../../form/RegistrationForm';
import { Endpoint } from './Endpoint';
import { ENDPOINTS, isUsed, USUAL_GATEWAY } from './endpoints';

const USUAL = 'gateway.ingress.external';

/** The endpoints of a gateway, as since v0.17. */
export function GatewayEndpoints(props: { served: OfferedKind }) {
  const { values, change } = useRegistrationForm();
  const container = useRef<HTMLDivElement>(null);
  const [opened, setOpened] = useState<ReadonlySet<string>>(new Set());
  const [added, setAdded] = useState(false);
  useEffect(() => {
    if (added) {
      setAdded(false);
      // The button is gone, and what is still missing is the host.
      container.current
        ?.querySelector<HTMLElement>(`[name="${USUAL}.http.host"]`)
        ?.focus();
    }
  }, [added]);

  const setOpen = (endpoint: string, open: boolean) =>
    setOpened(current => {
      const others = [...current].filter(other => other !== endpoint);
      return new Set(open ? [...others, endpoint] : others);
    });
  const addUsual = () => {
    change({
      [`${USUAL}.name`]: USUAL_GATEWAY.name,
      [`${USUAL}.namespace`]: USUAL_GATEWAY.namespace,
      [`${USUAL}.http.port`]: '80',
      [`${USUAL}.https.port`]: '443',
    });
    setOpen(USUAL, true);
    setAdded(true);
  };

  return (
    <Stack ref={container} spacing={1}>
      {!isUsed(USUAL, values) && (
        <Box>
          <Button
            size="small"
            variant="outlined"
            color="inherit"
            startIcon={<RiAddLine size="1em" aria-hidden />}
            onClick={addUsual}
          >
            Add the usual ingress
          </Button>
        </Box>
      )}
      {ENDPOINTS.filter(({ endpoint }) => hasField(props.served, endpoint)).map(
        info => (
          <Endpoint
            key={info.endpoint}
            info={info}
            open={opened.has(info.endpoint)}
            onOpen={open => setOpen(info.endpoint, open)}
          />
        ),
      )}
    </Stack>
  );
}
