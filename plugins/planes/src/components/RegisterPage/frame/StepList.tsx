import Box from '@mui/material/Box';
import ButtonBase from '@mui/material/ButtonBase';
import Typography from '@mui/material/Typography';
import { RegistrationStep } from '../form/steps';
import { StepMark } from './StepMark';
import { StepState } from './stepStates';
import { STEP_LABELS } from './stepWords';

export interface StepListProps {
  steps: readonly StepState[];
  summary: (step: RegistrationStep) => string;
  onGo: (step: RegistrationStep) => void;
}

function StepText(props: {
  state: StepState;
  number: number;
  summary: string;
}) {
  const { state, number, summary } = props;
  return (
    <>
      <StepMark status={state.status} number={number} />
      <Box component="span" sx={{ minWidth: 0, textAlign: 'left' }}>
        <Typography
          component="span"
          variant="body2"
          display="block"
          fontWeight={
            state.status === 'ahead' ? 'fontWeightRegular' : 'fontWeightMedium'
          }
          color={state.status === 'ahead' ? 'text.secondary' : 'text.primary'}
        >
          {STEP_LABELS[state.step]}
        </Typography>
        <Typography
          component="span"
          variant="caption"
          display="block"
          color="text.secondary"
          sx={{ overflowWrap: 'anywhere' }}
        >
          {summary}
        </Typography>
      </Box>
    </>
  );
}

const ROW = {
  display: 'flex',
  alignItems: 'flex-start',
  justifyContent: 'flex-start',
  gap: 1.5,
  width: '100%',
  p: 0.75,
  borderRadius: 1,
} as const;

/** The steps of the form, below one another; those that may be gone to are buttons. */
export function StepList(props: StepListProps) {
  return (
    <Box component="ol" sx={{ listStyle: 'none', m: 0, p: 0 }}>
      {props.steps.map((state, index) => {
        const text = (
          <StepText
            state={state}
            number={index + 1}
            summary={props.summary(state.step)}
          />
        );
        return (
          <Box
            key={state.step}
            component="li"
            aria-current={state.status === 'current' ? 'step' : undefined}
            sx={{ mb: 0.5 }}
          >
            {state.open ? (
              <ButtonBase
                onClick={() => props.onGo(state.step)}
                sx={{
                  ...ROW,
                  '&:hover, &.Mui-focusVisible': {
                    backgroundColor: 'action.hover',
                  },
                }}
              >
                {text}
              </ButtonBase>
            ) : (
              <Box sx={ROW}>{text}</Box>
            )}
          </Box>
        );
      })}
    </Box>
  );
}
