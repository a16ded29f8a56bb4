export { Notice } from './Notice';
export type { NoticeProps } from './Notice';
export { RefusalNotice } from './RefusalNotice';
export type { RefusalNoticeProps } from './RefusalNotice';
