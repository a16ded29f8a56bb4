import Box from '@mui/material/Box';
import { RegistrationProblem } from '@openchoreo-planes/backstage-plugin-planes-common';
import { StepCard } from '../../../frame/StepCard';
import { ToneLine } from '../ToneLine';
import { ProblemItem } from './ProblemItem';

/** Everything that is wrong or worth knowing, each with the way to where it can be changed. */
export function ProblemsCard(props: {
  problems: readonly RegistrationProblem[];
}) {
  const { problems } = props;
  return (
    <StepCard title="Problems and notes">
      {problems.length === 0 ? (
        <ToneLine tone="ok">
          The portal finds nothing to change about this plane.
        </ToneLine>
      ) : (
        <Box
          component="ul"
          sx={{
            m: 0,
            p: 0,
            listStyle: 'none',
            '& > li + li': {
              mt: 1.5,
              pt: 1.5,
              borderTop: 1,
              borderColor: 'divider',
            },
          }}
        >
          {problems.map(problem => (
            <ProblemItem
              key={`${problem.code} ${problem.field} ${problem.message}`}
              problem={problem}
            />
          ))}
        </Box>
      )}
    </StepCard>
  );
}
