export { ConnectionTestCard } from './ConnectionTestCard';
export { ConnectionTestDialog } from './ConnectionTestDialog';
export type { ConnectionTestDialogProps } from './ConnectionTestDialog';
export { CONNECTION_TEST_ID, withTestRequest } from './testLink';
export { formatMilliseconds } from './formatMilliseconds';
