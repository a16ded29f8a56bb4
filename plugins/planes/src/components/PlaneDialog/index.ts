export { PlaneDialog } from './PlaneDialog';
export type { PlaneDialogProps } from './PlaneDialog';
