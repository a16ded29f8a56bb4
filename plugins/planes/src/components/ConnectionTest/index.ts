export { ConnectionTestCard } from './ConnectionTestCard';
export { ConnectionTestDialog } from './ConnectionTestDialog';
export type { ConnectionTestDialogProps } from './ConnectionTestDialog';
export { CONNECTION_TEST_ID, withTestRequest } from './testLink';
export { showAndFocus } from './showAndFocus';
export { testOutcome } from './testOutcome';
export { TestView } from './TestView';
export { usePlaneTest } from './usePlaneTest';
export type { PlaneTest } from './usePlaneTest';
