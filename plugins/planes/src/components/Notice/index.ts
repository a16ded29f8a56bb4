export { FlappingNotice } from './FlappingNotice';
export { RefusalNotice } from './RefusalNotice';
export type { RefusalNoticeProps } from './RefusalNotice';
