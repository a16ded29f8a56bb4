import { PlaneSummary } from '@openchoreo-planes/backstage-plugin-planes-common';

type Cell = string | number | undefined;

const COLUMNS: readonly [string, (plane: PlaneSummary) => Cell][] = [
  ['Title', ({ title }) => title],
  ['Control plane', ({ ref }) => ref.controlPlane],
  ['Kind', ({ ref }) => ref.kind],
  ['Namespace', ({ ref }) => ref.namespace],
  ['Name', ({ ref }) => ref.name],
  ['planeID', ({ planeID }) => planeID],
  ['Owner', ({ owner }) => owner],
  ['State', ({ state }) => state.state],
  ['Since', ({ state }) => state.since],
  ['Reason', ({ state }) => state.reason],
  ['Agents', ({ connectedAgents }) => connectedAgents],
  ['Last heartbeat', ({ lastHeartbeat }) => lastHeartbeat],
  ['Uptime 24 h', ({ recent }) => recent?.uptime],
  ['Losses 24 h', ({ recent }) => recent?.losses],
  ['Errors', ({ findings }) => findings.errors],
  ['Warnings', ({ findings }) => findings.warnings],
  ['Agent CA expires', ({ agentCAExpires }) => agentCAExpires],
];

function written(cell: Cell): string {
  if (typeof cell === 'number') {
    return String(cell);
  }
  // A spreadsheet would take such a text for a formula, and run it.
  const text = /^[=+\-@\t\r\n]/.test(cell ?? '') ? `'${cell}` : cell ?? '';
  return /[",\r\n]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text;
}

/** Planes as a table of comma-separated values (RFC 4180), with the names of the columns first. */
export function planesCsv(planes: readonly PlaneSummary[]): string {
  const rows = [
    COLUMNS.map(([name]) => name),
    ...planes.map(plane => COLUMNS.map(([, read]) => written(read(plane)))),
  ];
  return rows.map(row => `${row.join(',')}\r\n`).join('');
}
