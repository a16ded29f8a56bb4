import Table from '@mui/material/Table';
import TableBody from '@mui/material/TableBody';
import TableCell from '@mui/material/TableCell';
import TableContainer from '@mui/material/TableContainer';
import TableHead from '@mui/material/TableHead';
import TableRow from '@mui/material/TableRow';
import Typography from '@mui/material/Typography';
import { PlaneTransition } from '@openchoreo-planes/backstage-plugin-planes-common';
import { RelativeTime } from '@openchoreo-planes/backstage-plugin-planes-react';
import { Lasted } from './Lasted';
import { RecordedStatus } from './RecordedStatus';
import { TransitionRow, transitionRows } from './transitionRows';

const FLUSH = {
  '& tr > *': { px: { xs: 1, sm: 2 }, verticalAlign: 'top' },
  '& tr > *:first-of-type': { pl: 0 },
  '& tbody tr:last-of-type > *': { borderBottom: 0 },
};
const WIDE_ONLY = { display: { xs: 'none', sm: 'table-cell' } };
const NARROW_ONLY = { display: { xs: 'block', sm: 'none' } };
const FIGURES = {
  whiteSpace: { sm: 'nowrap' },
  fontVariantNumeric: 'tabular-nums',
};

function Row(props: { row: TransitionRow }) {
  const { row } = props;
  return (
    <TableRow>
      <TableCell>
        <RecordedStatus state={row.state} />
        <Typography variant="caption" color="text.secondary" sx={NARROW_ONLY}>
          {row.reason}
        </Typography>
      </TableCell>
      <TableCell sx={FIGURES}>
        <RelativeTime time={row.at} />
      </TableCell>
      <TableCell sx={FIGURES}>
        <Lasted row={row} />
      </TableCell>
      <TableCell sx={WIDE_ONLY}>{row.reason}</TableCell>
    </TableRow>
  );
}

/** The states that a plane was in, the newest first. */
export function TransitionTable(props: {
  transitions: readonly PlaneTransition[];
}) {
  return (
    <TableContainer>
      <Table size="small" aria-label="Changes of state" sx={FLUSH}>
        <TableHead>
          <TableRow>
            <TableCell>State</TableCell>
            <TableCell>Since</TableCell>
            <TableCell>Lasted</TableCell>
            <TableCell sx={WIDE_ONLY}>Reason</TableCell>
          </TableRow>
        </TableHead>
        <TableBody>
          {transitionRows(props.transitions).map(row => (
            <Row key={`${row.at} ${row.state}`} row={row} />
          ))}
        </TableBody>
      </Table>
    </TableContainer>
  );
}
