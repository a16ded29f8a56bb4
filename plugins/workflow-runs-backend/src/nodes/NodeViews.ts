import type {
  NodeResponse,
  Run,
} from '@openchoreo-planes/backstage-plugin-workflow-runs-common';
import type {
  FindNodeOptions,
  FoundNode,
  NodeDirectory,
} from './NodeDirectory';
import type { NodePods } from './NodePods';
import { podView } from './podView';

/** What {@link NodeViews} needs. */
export interface NodeViewsOptions {
  readonly directory: NodeDirectory;
  readonly pods: NodePods;
}

/** Everything about one node. */
export class NodeViews {
  readonly #options: NodeViewsOptions;

  constructor(options: NodeViewsOptions) {
    this.#options = options;
  }

  /** @throws NotFoundError where the run has no such node */
  async get(
    run: Run,
    nodeId: string,
    options: FindNodeOptions,
  ): Promise<NodeResponse> {
    const found = await this.#options.directory.find(run, nodeId, options);
    const { inputs = none(), outputs = none() } = found.details ?? {};
    return { inputs, outputs, ...(await this.#pod(run, found)) };
  }

  async #pod(
    run: Run,
    found: FoundNode,
  ): Promise<Pick<NodeResponse, 'pod' | 'podProblem'>> {
    const { details, gap } = found;
    if (!details || gap) {
      return { podProblem: gap?.message };
    }
    const lookup = await this.#options.pods.find(run, details, found);
    if (lookup.ok) {
      return { pod: podView(lookup.pod) };
    }
    return {
      podProblem: lookup.reason === 'gap' ? lookup.gap.message : lookup.message,
    };
  }
}

function none(): NodeResponse['inputs'] {
  return { parameters: [], artifacts: [] };
}
