export { ReconnectDialog } from './ReconnectDialog';
export type { ReconnectDialogProps } from './ReconnectDialog';
