import { StepCard } from '../../../frame/StepCard';
import { ManifestFile, ManifestFileProps } from './ManifestFile';

/** The manifest as a file, for those who keep what they apply in a repository. */
export function ManifestFileCard(props: ManifestFileProps) {
  return (
    <StepCard
      title="Manifest as a file"
      description="For a repository, or to apply it by hand instead."
    >
      <ManifestFile {...props} />
    </StepCard>
  );
}
