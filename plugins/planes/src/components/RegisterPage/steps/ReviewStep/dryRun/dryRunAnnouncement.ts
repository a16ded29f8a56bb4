import { DryRun } from './useDryRun';

/** How the dry run went, for those who cannot see it. */
export function dryRunAnnouncement(dryRun: DryRun): string {
  if (dryRun.status !== 'answered') {
    return dryRun.status === 'asking' ? '' : 'The dry run failed.';
  }
  switch (dryRun.review.dryRun.outcome) {
    case 'accepted':
      return 'The API server would accept this.';
    case 'refused':
      return 'The API server would refuse this.';
    case 'unavailable':
      return 'The API server did not check this.';
    default:
      return '';
  }
}
