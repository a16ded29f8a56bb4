import Box from '@mui/material/Box';
import Button from '@mui/material/Button';
import {
  FilterButton,
  Notice,
} from '@openchoreo-planes/backstage-plugin-planes-react';
import { LogLine } from '@openchoreo-planes/backstage-plugin-workflow-runs-common';
import { useState } from 'react';
import { ContainerField } from './ContainerField';
import { downloadLog } from './downloadLog';
import { LogBody } from './LogBody';
import { LogSearchField } from './LogSearchField';
import { useLogSearch } from './search/useLogSearch';
import { useLog } from './useLog';

export interface LogPanelProps {
  uid: string;
  nodeId: string;
  /** What the log is of: `integration-tests`. */
  label: string;
  /** The main container unless given. */
  container?: string;
  onContainerChange: (container: string) => void;
  /** The time of the line that the address names. */
  linkedTime?: string;
  hrefOf: (line: LogLine) => string | undefined;
  onLink: (line: LogLine) => void;
}

/** The log of a node, with what helps to read it. */
export function LogPanel(props: LogPanelProps) {
  const { uid, nodeId, label, container, linkedTime } = props;
  const log = useLog({ uid, nodeId, container });
  const search = useLogSearch(log.log);
  const [wrap, setWrap] = useState(true);
  const [stick, setStick] = useState(linkedTime === undefined);
  const live = log.log !== undefined && !log.log.complete;
  const following = stick && search.position === undefined;
  const name = log.container ?? container ?? 'main';
  return (
    <>
      <Box
        sx={{
          display: 'flex',
          flexWrap: 'wrap',
          alignItems: 'center',
          gap: 1,
          px: 2,
          py: 1,
        }}
      >
        <LogSearchField search={search} />
        <ContainerField
          containers={log.containers}
          value={name}
          onChange={props.onContainerChange}
        />
        <Box sx={{ flex: 1 }} />
        {live && (
          <FilterButton
            pressed={following}
            onClick={() => setStick(!following)}
          >
            Follow
          </FilterButton>
        )}
        <FilterButton pressed={wrap} onClick={() => setWrap(!wrap)}>
          Wrap
        </FilterButton>
        <Button
          size="small"
          variant="outlined"
          disabled={!log.log || log.log.lines.length === 0}
          onClick={() => log.log && downloadLog(`${label}-${name}`, log.log)}
        >
          Download
        </Button>
      </Box>
      {log.log?.truncated && (
        <Box sx={{ px: 2, pb: 1 }}>
          <Notice severity="info" title="The log is longer than 10 MiB">
            What is shown is its end. The rest is in the cluster alone.
          </Notice>
        </Box>
      )}
      <LogBody
        log={log}
        label={label}
        search={search}
        wrap={wrap}
        following={following}
        onFollowingChange={setStick}
        linkedTime={linkedTime}
        hrefOf={props.hrefOf}
        onLink={props.onLink}
      />
    </>
  );
}
