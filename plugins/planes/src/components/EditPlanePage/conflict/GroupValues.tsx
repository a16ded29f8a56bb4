import Box from '@mui/material/Box';
import Typography from '@mui/material/Typography';
import { RegistrationValues } from '@openchoreo-planes/backstage-plugin-planes-common';
import { fieldLabel } from './groupWords';
import { ChangedGroup } from './mergeValues';
import { valueText } from './valueText';

export interface GroupValuesProps {
  group: ChangedGroup;
  /** As one side has them. */
  values: RegistrationValues;
}

/** The values of a group as one side has them, each by its name where there are several. */
export function GroupValues(props: GroupValuesProps) {
  const { group, values } = props;
  return (
    <Box component="ul" sx={{ m: 0, p: 0, listStyle: 'none' }}>
      {group.fields.map(field => {
        const label = fieldLabel(group.group, field);
        return (
          <Typography
            key={field}
            component="li"
            variant="body2"
            color={values[field] ? undefined : 'text.secondary'}
            sx={{ overflowWrap: 'anywhere', whiteSpace: 'pre-wrap' }}
          >
            {label && `${label}: `}
            {valueText(field, values[field])}
          </Typography>
        );
      })}
    </Box>
  );
}
