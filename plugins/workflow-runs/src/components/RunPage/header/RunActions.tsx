import {
  Button,
  ButtonIcon,
  Menu,
  MenuItem,
  MenuTrigger,
  useBreakpoint,
} from '@backstage/ui';
import type { RunAction } from '@openchoreo-planes/backstage-plugin-workflow-runs-common';
import {
  RiMore2Line,
  RiPauseLine,
  RiPlayLine,
  RiRestartLine,
  RiScales3Line,
  RiStopCircleLine,
  RiStopLine,
} from '@remixicon/react';
import { ACTION_WORDS } from '../actions/actionWords';

const ICONS: Record<RunAction, JSX.Element> = {
  stop: <RiStopLine />,
  terminate: <RiStopCircleLine />,
  suspend: <RiPauseLine />,
  resume: <RiPlayLine />,
};

export interface RunActionsProps {
  /** What can be done to the run now. */
  actions: readonly RunAction[];
  onAction: (action: RunAction) => void;
  onRerun: () => void;
  comparing: boolean;
  onCompare: () => void;
}

/** What one can do with a run. What a permission is missing for says so when it is asked for. */
export function RunActions(props: RunActionsProps) {
  const { actions, onAction, onRerun, comparing, onCompare } = props;
  const small = useBreakpoint().down('sm');
  const [main, ...others] = actions;
  const inMenu = small ? actions : others;
  const compareLabel = comparing ? 'Comparing' : 'Compare';
  return (
    <>
      {!small && (
        <Button variant="secondary" onPress={onCompare}>
          {compareLabel}
        </Button>
      )}
      {main && !small && (
        <Button
          variant="secondary"
          iconStart={ICONS[main]}
          onPress={() => onAction(main)}
        >
          {ACTION_WORDS[main].verb}
        </Button>
      )}
      <Button variant="primary" iconStart={<RiRestartLine />} onPress={onRerun}>
        Run again
      </Button>
      {(small || inMenu.length > 0) && (
        <MenuTrigger>
          <ButtonIcon
            variant="secondary"
            aria-label="More actions"
            icon={<RiMore2Line />}
          />
          <Menu placement="bottom end">
            {small && (
              <MenuItem iconStart={<RiScales3Line />} onAction={onCompare}>
                {compareLabel}
              </MenuItem>
            )}
            {inMenu.map(action => (
              <MenuItem
                key={action}
                iconStart={ICONS[action]}
                onAction={() => onAction(action)}
              >
                {ACTION_WORDS[action].verb}
              </MenuItem>
            ))}
          </Menu>
        </MenuTrigger>
      )}
    </>
  );
}
