export { FlappingNotice } from './FlappingNotice';
export { listRefusal } from './listRefusal';
export { RefusalNotice } from './RefusalNotice';
export type { RefusalNoticeProps } from './RefusalNotice';
