import {
  formatPlaneRef,
  type PlaneFieldReference,
  type PlaneRef,
  resolvePlaneReference,
} from '@openchoreo-planes/backstage-plugin-planes-common';
import type { PlaneInventory } from '@openchoreo-planes/backstage-plugin-planes-node';
import type { Run } from '@openchoreo-planes/backstage-plugin-workflow-runs-common';
import type { WorkflowFacts, Workflows } from '../workflows';
import { BuildPlanes } from './BuildPlanes';
import type { RunPlaneResolution } from './RunPlanes';

/** What {@link RunPlaneFinder} needs. */
export interface RunPlaneFinderOptions {
  readonly inventory: Pick<PlaneInventory, 'get' | 'snapshot'>;
  readonly workflows: Workflows;
}

/** Finds the planes of runs as OpenChoreo's controllers do, by the rules of the release that a run is of. */
export class RunPlaneFinder {
  readonly #options: RunPlaneFinderOptions;
  readonly #buildPlanes: BuildPlanes;

  constructor(options: RunPlaneFinderOptions) {
    this.#options = options;
    this.#buildPlanes = new BuildPlanes(options.inventory);
  }

  find(run: Run): RunPlaneResolution {
    return run.ref.kind === 'WorkflowRun'
      ? this.#ofWorkflow(run)
      : this.#ofProject(run);
  }

  #ofWorkflow(run: Run): RunPlaneResolution {
    const { workflow } = run;
    if (!workflow) {
      return unknown('The run names no workflow, and with it no plane.');
    }
    const facts = this.#workflowOf(run);
    if (!facts) {
      return unknown(
        `The plane is not known, because ${workflow.kind} '${workflow.name}', which names it, is not: it was deleted, never there, or may not be read.`,
      );
    }
    const { namespace } = facts.ref;
    const resolution = this.#resolve(run, facts.plane, namespace);
    // Releases that know no other reference take the build plane of the project.
    return resolution ?? this.#ofProject(run);
  }

  /** Builds, and runs of releases whose workflows name no plane. */
  #ofProject(run: Run): RunPlaneResolution {
    const { controlPlane, namespace } = run.ref;
    const project =
      run.project === undefined
        ? undefined
        : this.#options.workflows.get({
            controlPlane,
            kind: 'Project',
            namespace,
            name: run.project,
          });
    const reference: PlaneFieldReference = project?.plane ?? {
      families: ['BuildPlane'],
      value: undefined,
    };
    const resolution = this.#resolve(run, reference, namespace);
    if (resolution) {
      return resolution;
    }
    const plane = this.#buildPlanes.first(controlPlane, namespace);
    return plane
      ? { ok: true, plane }
      : unknown(
          `No plane is named, and there is no default one for namespace '${namespace}'.`,
        );
  }

  #workflowOf({ ref, workflow }: Run): WorkflowFacts | undefined {
    const { workflows } = this.#options;
    const { controlPlane, namespace } = ref;
    const { kind, name = '' } = workflow ?? {};
    switch (kind) {
      case 'ClusterWorkflow':
        return workflows.get({ controlPlane, kind, name });
      case 'Workflow':
        return workflows.get({ controlPlane, kind, namespace, name });
      default:
        return undefined;
    }
  }

  /** @returns undefined where nothing is named, and there is no default */
  #resolve(
    run: Run,
    reference: PlaneFieldReference,
    namespace: string | undefined,
  ): RunPlaneResolution | undefined {
    const { inventory } = this.#options;
    const { controlPlane } = run.ref;
    const resolved = resolvePlaneReference(
      { controlPlane, namespace, ...reference },
      ref => inventory.get(ref) !== undefined,
    );
    if (!resolved) {
      return isNamed(reference)
        ? unknown('The plane that the workflow names cannot be understood.')
        : undefined;
    }
    const plane = inventory.get(resolved.ref);
    return plane ? { ok: true, plane } : missing(resolved.ref);
  }
}

function isNamed({ value }: PlaneFieldReference): boolean {
  return value !== undefined && value !== '';
}

function missing(wanted: PlaneRef): RunPlaneResolution {
  const message = `${formatPlaneRef(
    wanted,
  )} does not exist, or the portal cannot see it.`;
  return { ok: false, gap: 'plane-unknown', wanted, message };
}

function unknown(message: string): RunPlaneResolution {
  return { ok: false, gap: 'plane-unknown', message };
}
