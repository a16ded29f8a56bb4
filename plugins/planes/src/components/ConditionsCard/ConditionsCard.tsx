import Table from '@mui/material/Table';
import TableBody from '@mui/material/TableBody';
import TableCell from '@mui/material/TableCell';
import TableContainer from '@mui/material/TableContainer';
import TableHead from '@mui/material/TableHead';
import TableRow from '@mui/material/TableRow';
import Typography from '@mui/material/Typography';
import { PlaneCondition } from '@openchoreo-planes/backstage-plugin-planes-common';
import { RelativeTime } from '@openchoreo-planes/backstage-plugin-planes-react';
import { PlaneCard } from '../PlaneCard';

// The first column lines up with the card's title; the card ends the table.
const FLUSH = {
  '& th:first-of-type': { pl: 0 },
  '& tbody tr:last-of-type > *': { borderBottom: 0 },
};
const WIDE_ONLY = { display: { xs: 'none', sm: 'table-cell' } };

function ConditionRow(props: { condition: PlaneCondition }) {
  const { type, status, reason, message, lastTransitionTime } = props.condition;
  return (
    <TableRow>
      <TableCell component="th" scope="row">
        {type}
      </TableCell>
      <TableCell>{status}</TableCell>
      <TableCell>
        {reason}
        {message && (
          <Typography variant="caption" component="div" color="text.secondary">
            {message}
          </Typography>
        )}
      </TableCell>
      <TableCell sx={WIDE_ONLY}>
        {lastTransitionTime && <RelativeTime time={lastTransitionTime} />}
      </TableCell>
    </TableRow>
  );
}

/** The conditions of a plane's resource as the controller wrote them. */
export function ConditionsCard() {
  return (
    <PlaneCard title="Conditions" lines={2}>
      {({ plane: { conditions } }) =>
        conditions.length === 0 ? (
          <Typography variant="body2" color="text.secondary">
            The controller has written no conditions.
          </Typography>
        ) : (
          <TableContainer>
            <Table size="small" aria-label="Conditions" sx={FLUSH}>
              <TableHead>
                <TableRow>
                  <TableCell>Type</TableCell>
                  <TableCell>Status</TableCell>
                  <TableCell>Reason</TableCell>
                  <TableCell sx={WIDE_ONLY}>Since</TableCell>
                </TableRow>
              </TableHead>
              <TableBody>
                {conditions.map(condition => (
                  <ConditionRow key={condition.type} condition={condition} />
                ))}
              </TableBody>
            </Table>
          </TableContainer>
        )
      }
    </PlaneCard>
  );
}
