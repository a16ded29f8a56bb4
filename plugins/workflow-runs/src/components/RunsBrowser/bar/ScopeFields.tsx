import {
  RunsCounts,
  RunsQuery,
} from '@openchoreo-planes/backstage-plugin-workflow-runs-common';
import { RunsView } from '../view/runsView';
import { componentOf } from '../view/runWords';
import { ChangeRunsView } from '../view/useRunsView';
import { FilterField } from './FilterField';
import { Choice, componentValue, SeenChoices } from './useSeen';

export interface ScopeFieldsProps {
  view: RunsView;
  onChange: ChangeRunsView;
  counts: Pick<RunsCounts, 'workflows' | 'namespaces'>;
  seen: SeenChoices;
  /** What all listed runs have in common, which cannot be chosen. */
  scope: RunsQuery;
}

function counted(
  counts: Readonly<Record<string, number>>,
  labelOf = (name: string) => name,
): Choice[] {
  return Object.entries(counts)
    .map(([name, count]) => ({
      value: name,
      label: `${labelOf(name)} (${count})`,
    }))
    .sort((a, b) => a.label.localeCompare(b.label));
}

/** `docker`, of `ClusterWorkflow/docker`. */
function workflowName(workflow: string): string {
  return workflow.split('/').at(-1) ?? workflow;
}

function list(value: string | undefined): string[] {
  return value === undefined ? [] : [value];
}

/** What runs are of, and where they run. */
export function ScopeFields(props: ScopeFieldsProps) {
  const { view, onChange, counts, seen, scope } = props;
  const { project, component } = view;
  const isOfComponent = project !== undefined || component !== undefined;
  return (
    <>
      {!scope.workflow && (
        <FilterField
          label="Workflow"
          values={view.workflows}
          choices={counted(counts.workflows, workflowName)}
          nameOf={workflowName}
          onChange={workflow => onChange({ workflows: list(workflow) })}
        />
      )}
      {!scope.project && !scope.component && (
        <FilterField
          label="Component"
          values={isOfComponent ? [componentValue({ project, component })] : []}
          choices={seen.components}
          nameOf={() => componentOf({ project, component }) ?? ''}
          onChange={(value = '/') => {
            const [ofProject, name] = value.split('/');
            onChange({
              project: ofProject || undefined,
              component: name || undefined,
            });
          }}
        />
      )}
      {!scope.namespace && (
        <FilterField
          label="Namespace"
          values={view.namespaces}
          choices={counted(counts.namespaces)}
          onChange={namespace => onChange({ namespaces: list(namespace) })}
        />
      )}
      {!scope.plane && (
        <FilterField
          label="Plane"
          values={list(view.plane)}
          choices={seen.planes}
          onChange={plane => onChange({ plane })}
        />
      )}
    </>
  );
}
