import Box from '@mui/material/Box';
import Stack from '@mui/material/Stack';
import {
  Finding,
  Plane,
} from '@openchoreo-planes/backstage-plugin-planes-common';
import { useEditHref } from '../../live/useEditHref';
import { FindingItem } from './FindingItem';
import { withFixedField } from './fixedField';

export interface FindingListProps {
  plane: Plane;
  findings: readonly Finding[];
}

/** The findings, and for each that the form can put right the way there. */
export function FindingList(props: FindingListProps) {
  const editHref = useEditHref(props.plane);
  return (
    <Stack component="ul" spacing={2} sx={{ m: 0, p: 0 }}>
      {props.findings.map(finding => (
        <Box
          component="li"
          key={`${finding.code} ${finding.field ?? ''} ${finding.message}`}
          sx={{ listStyle: 'none' }}
        >
          <FindingItem
            finding={finding}
            fixHref={editHref && withFixedField(editHref, finding, props.plane)}
          />
        </Box>
      ))}
    </Stack>
  );
}
