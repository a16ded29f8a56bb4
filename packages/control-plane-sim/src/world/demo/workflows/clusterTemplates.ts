import { JsonObject } from '../../../objects/json';
import { inputs, pod, requests } from './argo';

function outputs(name: string, path: string): JsonObject {
  return { outputs: { parameters: [{ name, valueFrom: { path } }] } };
}

/** The ClusterWorkflowTemplates that platform engineers install into every workflow plane: `spec.templates` by their name. */
export const CLUSTER_TEMPLATES: Readonly<Record<string, JsonObject[]>> = {
  'checkout-source': [
    pod(
      'checkout',
      'docker.io/alpine/git:v2.52.0',
      'git clone --depth 1 --branch {{workflow.parameters.branch}} {{workflow.parameters.git-repo}} /mnt/source',
      { duration: 4, log: 'git', param: 'git-revision=4f2a91c' },
      outputs('git-revision', '/tmp/git-revision.txt'),
    ),
  ],
  'containerfile-build': [
    pod(
      'build-image',
      'quay.io/podman/stable:v5.6',
      'podman build --platform linux/{{inputs.parameters.platform}} --tag {{workflow.parameters.image-name}}:{{inputs.parameters.git-revision}} /mnt/source',
      { duration: 14, 'duration.build-image-arm64': 21, log: 'docker' },
      { ...inputs('git-revision', 'platform'), ...requests('2', '2Gi') },
    ),
  ],
  'buildpack-build': [
    pod(
      'build-image',
      'docker.io/buildpacksio/pack:0.38',
      'pack build {{workflow.parameters.image-name}}:{{inputs.parameters.git-revision}} --builder paketobuildpacks/builder-jammy-base',
      { duration: 26, log: 'docker' },
      { ...inputs('git-revision', 'platform'), ...requests('2', '2Gi') },
    ),
  ],
  'publish-image': [
    pod(
      'publish-image',
      'quay.io/podman/stable:v5.6',
      'podman manifest push --all {{workflow.parameters.image-name}}:{{inputs.parameters.git-revision}}',
      {
        duration: 6,
        log: 'push',
        param: 'image=registry.example/shop/service:v1-4f2a91c',
      },
      { ...inputs('git-revision'), ...outputs('image', '/tmp/image.txt') },
    ),
  ],
  'generate-workload': [
    pod(
      'generate-workload-cr',
      'ghcr.io/openchoreo/openchoreo-cli:v1.2.3',
      'occ workload create --image {{inputs.parameters.image}} --component {{workflow.parameters.component-name}}',
      { duration: 3, log: 'deploy' },
      inputs('image'),
    ),
  ],
};
