import type {
  Finding,
  PlaneSummary,
} from '@openchoreo-planes/backstage-plugin-planes-common';

/** Findings in short. @param findings - errors first, as `planeFindings` gives them */
export function summarizeFindings(
  findings: readonly Finding[],
): PlaneSummary['findings'] {
  const errors = findings.filter(({ severity }) => severity === 'error').length;
  const warnings = findings.filter(
    ({ severity }) => severity === 'warning',
  ).length;
  const [worst] = findings;
  return {
    errors,
    warnings,
    ...(worst && worst.severity !== 'info' && { worst }),
  };
}
