import Box from '@mui/material/Box';
import Button from '@mui/material/Button';
import { Remedy } from '@openchoreo-planes/backstage-plugin-planes-common';
import { RiArrowDownSLine, RiArrowUpSLine } from '@remixicon/react';
import { useId, useState } from 'react';
import { RemedyView } from './RemedyView';

export interface RemedyDisclosureProps {
  remedy: Remedy;
  /** The number of the step, which tells several remedies apart. */
  step: number;
  initiallyOpen: boolean;
}

/** What to do about a step, to be opened and closed. */
export function RemedyDisclosure(props: RemedyDisclosureProps) {
  const [open, setOpen] = useState(props.initiallyOpen);
  const id = useId();
  const Arrow = open ? RiArrowUpSLine : RiArrowDownSLine;
  return (
    <>
      <Button
        size="small"
        color="inherit"
        endIcon={<Arrow size="1em" aria-hidden />}
        aria-expanded={open}
        aria-controls={id}
        aria-label={`What to do about step ${props.step}`}
        onClick={() => setOpen(!open)}
        sx={{ ml: -0.75, mt: 0.5 }}
      >
        What to do
      </Button>
      <Box id={id} hidden={!open}>
        <RemedyView remedy={props.remedy} />
      </Box>
    </>
  );
}
