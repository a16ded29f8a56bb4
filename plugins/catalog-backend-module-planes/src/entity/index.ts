export {
  planeClusterEntity,
  planeClusterEntityRef,
} from './planeClusterEntity';
export { planeEntity } from './planeEntity';
