import { useEntity } from '@backstage/plugin-catalog-react';
import {
  Code,
  Notice,
  useUnchanged,
} from '@openchoreo-planes/backstage-plugin-planes-react';
import {
  LABEL_COMPONENT,
  RunsQuery,
} from '@openchoreo-planes/backstage-plugin-workflow-runs-common';
import { PLANE_UID, WORKFLOW } from '../../entity/annotations';
import { entityRunsQuery, isWorkflowPlane } from '../../entity/entityRuns';
import { useRunsList } from '../../hooks/useRunsList';
import { RunsBrowser, useRunsQuery, useRunsView } from '../RunsBrowser';

function Runs(props: { scope: RunsQuery }) {
  const { scope } = props;
  const [view, onChange] = useRunsView();
  const list = useRunsList(useRunsQuery(view, scope));
  return (
    <RunsBrowser list={list} view={view} onChange={onChange} scope={scope} />
  );
}

/** The runs of a component or of a workflow, or those on a plane. */
export function EntityRunsContent() {
  const { entity } = useEntity();
  const scope = useUnchanged(entityRunsQuery(entity));
  if (scope) {
    return <Runs scope={scope} />;
  }
  return (
    <Notice severity="info" title="It is not known which runs these are">
      {isWorkflowPlane(entity) ? (
        <>
          The plane needs the annotation <Code>{PLANE_UID}</Code>, which the
          portal gives to planes that it finds in a control plane.
        </>
      ) : (
        <>
          The entity needs the annotation <Code>{LABEL_COMPONENT}</Code> or{' '}
          <Code>{WORKFLOW}</Code>.
        </>
      )}
    </Notice>
  );
}
