export { CommandBlock } from './CommandBlock';
export type { CommandBlockProps } from './CommandBlock';
export { CopyableCode } from './CopyableCode';
export { CopyButton } from './CopyButton';
export type { CopyButtonProps } from './CopyButton';
