/**
 * A scaffolder action that registers OpenChoreo planes, or renders their manifests.
 *
 * @packageDocumentation
 */
export { scaffolderModulePlanes as default } from './module';
