import { RunSeed } from '../../RunSeed';
import { COMPONENTS } from '../components';

/** What is told of a run that builds a component. */
export interface BuildRun
  extends Omit<
    RunSeed,
    'namespace' | 'workflow' | 'project' | 'component' | 'parameters'
  > {
  /** `NAMESPACE/NAME` of the component. */
  readonly of: string;
  /** `main` unless given. */
  readonly branch?: string;
  readonly commit?: string;
}

/** A run that builds a component of the demo from its repository. */
export function buildRun({ of, branch, commit, ...run }: BuildRun): RunSeed {
  const component = COMPONENTS.find(
    ({ namespace, name }) => `${namespace}/${name}` === of,
  );
  if (!component) {
    throw new TypeError(`'${of}' is no component of the demo`);
  }
  const { namespace, project, name, workflow, repository } = component;
  return {
    ...run,
    namespace,
    workflow,
    project,
    component: name,
    parameters: {
      repository: {
        url: repository,
        revision: { branch: branch ?? 'main', ...(commit && { commit }) },
      },
    },
  };
}
