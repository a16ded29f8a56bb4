import Box from '@mui/material/Box';
import Button from '@mui/material/Button';
import Typography from '@mui/material/Typography';
import { RiArrowDownSLine, RiArrowUpSLine } from '@remixicon/react';
import { useId, useRef } from 'react';
import { useRegistrationForm } from '../../../form/RegistrationForm';
import { EndpointFields } from './EndpointFields';
import {
  EndpointInfo,
  endpointFields,
  endpointSummary,
  isUsed,
  withoutEndpoint,
} from './endpoints';

export interface EndpointProps {
  info: EndpointInfo;
  open: boolean;
  onOpen: (open: boolean) => void;
}

/** An endpoint of a gateway, to be opened and closed; open in any case while something is wrong with it. */
export function Endpoint(props: EndpointProps) {
  const { info, onOpen } = props;
  const { endpoint, label, about } = info;
  const { values, change, problemsAt } = useRegistrationForm();
  const id = useId();
  const toggle = useRef<HTMLButtonElement>(null);
  const hasProblems = endpointFields(endpoint).some(
    field => problemsAt(field).length > 0,
  );
  const open = props.open || hasProblems;
  const Arrow = open ? RiArrowUpSLine : RiArrowDownSLine;
  const clear = () => {
    change(withoutEndpoint(endpoint));
    onOpen(false);
    toggle.current?.focus();
  };
  return (
    <Box sx={{ border: 1, borderColor: 'divider', borderRadius: 1 }}>
      <Button
        ref={toggle}
        fullWidth
        color="inherit"
        aria-expanded={open}
        aria-controls={id}
        onClick={() => onOpen(!open)}
        endIcon={<Arrow size="1em" aria-hidden />}
        sx={{ justifyContent: 'space-between', textAlign: 'left', px: 1.5 }}
      >
        <Box component="span" sx={{ minWidth: 0, overflowWrap: 'anywhere' }}>
          {label}
          {': '}
          <Typography component="span" variant="body2" color="text.secondary">
            {endpointSummary(endpoint, values)}
          </Typography>
        </Box>
      </Button>
      <Box
        id={id}
        role="group"
        aria-label={label}
        hidden={!open}
        sx={{ p: 1.5, pt: 0.5 }}
      >
        {open && (
          <>
            <Typography variant="body2" color="text.secondary" gutterBottom>
              {about}
            </Typography>
            <EndpointFields endpoint={endpoint} />
            {isUsed(endpoint, values) && (
              <Button
                size="small"
                color="inherit"
                onClick={clear}
                sx={{ mt: 1 }}
              >
                Empty its fields
              </Button>
            )}
          </>
        )}
      </Box>
    </Box>
  );
}
