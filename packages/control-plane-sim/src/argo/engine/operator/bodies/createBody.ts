import { Body, BodyOptions } from './Body';
import { DagBody } from './DagBody';
import { PodBody } from './PodBody';
import { StepsBody } from './StepsBody';
import { SuspendBody } from './SuspendBody';

/**
 * Starts what a template does.
 *
 * @throws Error in Argo's words for a template that does nothing
 */
export function createBody(options: BodyOptions): Body {
  switch (options.template.kind) {
    case 'pod':
    case 'container-set':
      return new PodBody(options);
    case 'steps':
      return new StepsBody(options);
    case 'dag':
      return new DagBody(options);
    case 'suspend':
      return new SuspendBody(options);
    default:
      throw new Error(
        `Template '${options.template.name}' missing specification`,
      );
  }
}
