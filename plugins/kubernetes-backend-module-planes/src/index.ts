/**
 * Makes every connected OpenChoreo plane a cluster of the Backstage Kubernetes plugin, through its agent.
 *
 * @packageDocumentation
 */
export { kubernetesModulePlanes as default } from './module';
