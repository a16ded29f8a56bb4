/**
 * What frontends need to show OpenChoreo planes: the API, hooks and small components.
 *
 * @packageDocumentation
 */

export { ConditionalReader } from './api/ConditionalReader';
export type { ConditionalReaderOptions } from './api/ConditionalReader';
export { parseAnswer } from './api/parseAnswer';
export type { AnswerSchema } from './api/parseAnswer';
export { planesApiRef } from './api/PlanesApi';
export type {
  PlanesApi,
  PlanesRequestOptions,
  PlaneUpdate,
  RegistrationInput,
  ReviewOptions,
  TestConnectionOptions,
} from './api/PlanesApi';
export { PlanesClient } from './api/PlanesClient';
export { readRegistrationRefusal } from './api/readRegistrationRefusal';
export { withTimeout } from './api/withTimeout';
export { Breadcrumbs } from './components/Breadcrumbs';
export type { Breadcrumb, BreadcrumbsProps } from './components/Breadcrumbs';
export { CardSkeleton } from './components/CardSkeleton';
export { CommandBlock } from './components/CopyButton/CommandBlock';
export type { CommandBlockProps } from './components/CopyButton/CommandBlock';
export { CopyableCode } from './components/CopyButton/CopyableCode';
export { CopyButton } from './components/CopyButton/CopyButton';
export type { CopyButtonProps } from './components/CopyButton/CopyButton';
export { Code } from './components/FactList/Code';
export { Fact } from './components/FactList/Fact';
export type { FactProps } from './components/FactList/Fact';
export { FactList } from './components/FactList/FactList';
export type { FactListProps } from './components/FactList/FactList';
export { ChoiceField } from './components/filters/ChoiceField';
export type { ChoiceFieldProps } from './components/filters/ChoiceField';
export { FilterButton } from './components/filters/FilterButton';
export type { FilterButtonProps } from './components/filters/FilterButton';
export { SearchField } from './components/filters/SearchField';
export type { SearchFieldProps } from './components/filters/SearchField';
export { toggled } from './components/filters/toggled';
export { Announcement } from './components/Notice/Announcement';
export { Notice } from './components/Notice/Notice';
export type { NoticeProps } from './components/Notice/Notice';
export { PermissionNotice } from './components/Notice/PermissionNotice';
export type { PermissionNoticeProps } from './components/Notice/PermissionNotice';
export { SEVERITY_LOOKS } from './components/Notice/severityLooks';
export { UpdateNotice } from './components/Notice/UpdateNotice';
export type { UpdateNoticeProps } from './components/Notice/UpdateNotice';
export { PlaneLink } from './components/PlaneLink';
export type { PlaneLinkProps } from './components/PlaneLink';
export { PlaneStatus } from './components/PlaneStatus';
export type { PlaneStatusProps } from './components/PlaneStatus';
export { PlaneStatusIcon } from './components/PlaneStatusIcon';
export type { PlaneStatusIconProps } from './components/PlaneStatusIcon';
export { StatusChip } from './components/StatusChip';
export type { StatusChipProps } from './components/StatusChip';
export { StatusStrip } from './components/StatusStrip/StatusStrip';
export type {
  StatusFigure,
  StatusStripProps,
} from './components/StatusStrip/StatusStrip';
export { StatusIcon } from './components/StatusIcon';
export type { StatusIconProps } from './components/StatusIcon';
export { TitledDialog } from './components/TitledDialog';
export type { TitledDialogProps } from './components/TitledDialog';
export {
  errorMessage,
  isConflict,
  isInvalid,
  refusalStatus,
  retryAfterMs,
} from './errors/refusal';
export type { RefusalStatus } from './errors/refusal';
export { HistoryStrip } from './history/HistoryStrip';
export type { HistoryStripProps } from './history/HistoryStrip';
export { formatUptime, historyText } from './history/historyText';
export type { HistoryFigures } from './history/historyText';
export { useEntityHref } from './hooks/useEntityHref';
export { useKinds } from './hooks/useKinds';
export { useLatestAnswer, useUnchanged } from './hooks/useLatestAnswer';
export type { LatestAnswer } from './hooks/useLatestAnswer';
export { usePlane, usePlaneByUid } from './hooks/usePlane';
export { usePlaneDependents } from './hooks/usePlaneDependents';
export { usePlaneHistory } from './hooks/usePlaneHistory';
export { usePlanes } from './hooks/usePlanes';
export { usePlanesList } from './hooks/usePlanesList';
export type { PlanesList } from './hooks/usePlanesList';
export { usePolled } from './hooks/usePolled';
export type { Polled, PolledSource } from './hooks/usePolled';
export { useHeldList } from './list/useHeldList';
export type { HeldItems, HeldList, HeldListOptions } from './list/useHeldList';
export { useListVirtualizer } from './list/useListVirtualizer';
export type { ListVirtualizer, VirtualLine } from './list/useListVirtualizer';
export { useScrollPlace } from './list/useScrollPlace';
export type { ScrollPlace } from './list/useScrollPlace';
export { useWidth } from './list/useWidth';
export { Pages } from './polling/Pages';
export type { Page, PagesOptions } from './polling/Pages';
export { PollingStore } from './polling/PollingStore';
export type { PolledValue, PollingStoreOptions } from './polling/PollingStore';
export { StoreCache } from './polling/StoreCache';
export { planeHeadline } from './status/planeHeadline';
export { planeStateInfo } from './status/planeStateInfo';
export type { PlaneStateInfo } from './status/planeStateInfo';
export type { StatusInfo, StatusTone } from './status/StatusInfo';
export { toneColours } from './status/toneColours';
export type { ToneColours } from './status/toneColours';
export {
  formatDuration,
  formatExactDuration,
  formatExactTime,
  formatRelativeTime,
} from './time/formatTime';
export { RelativeTime } from './time/RelativeTime';
export type { RelativeTimeProps } from './time/RelativeTime';
export { useNow } from './time/useNow';
export { useRelativeNow } from './time/useRelativeNow';
export { countOf } from './words/countOf';
