import Stack from '@mui/material/Stack';
import { PlanesResponse } from '@openchoreo-planes/backstage-plugin-planes-common';
import {
  errorMessage,
  Notice,
  PlanesList,
} from '@openchoreo-planes/backstage-plugin-planes-react';
import { ControlPlaneProblems } from '../ControlPlaneProblems';
import { FilterBar } from './bar/FilterBar';
import { StateStrip } from './bar/StateStrip';
import { EmptyFleet } from './EmptyFleet';
import { FleetPlanes } from './FleetPlanes';
import { NothingFound } from './NothingFound';
import { FleetView } from './view/fleetView';
import { ChangeFleetView } from './view/useFleetView';

export interface FleetContentProps {
  list: PlanesList;
  response: PlanesResponse;
  view: FleetView;
  onChange: ChangeFleetView;
}

/** The fleet, as far as it is known. */
export function FleetContent(props: FleetContentProps) {
  const { list, response, view, onChange } = props;
  const { counts, sources, gateways } = response;
  const clear = () =>
    onChange({ text: '', types: [], states: [], namespaces: [] });
  return (
    <Stack spacing={2}>
      {list.error && (
        <Notice
          severity="warning"
          title="The portal stopped answering; what is shown may have changed."
          onRetry={list.retry}
        >
          {errorMessage(list.error)}
        </Notice>
      )}
      <ControlPlaneProblems sources={sources} gateways={gateways} />
      {counts.all === 0 ? (
        <EmptyFleet sources={sources} />
      ) : (
        <>
          <StateStrip
            states={view.states}
            counts={counts.states}
            uptime={response.fleetUptime}
            onChange={states => onChange({ states })}
          />
          <FilterBar view={view} onChange={onChange} counts={counts} />
          {response.totalItems === 0 ? (
            <NothingFound all={counts.all} onClear={clear} />
          ) : (
            <div>
              <FleetPlanes
                list={list}
                response={response}
                layout={view.layout}
              />
            </div>
          )}
        </>
      )}
    </Stack>
  );
}
