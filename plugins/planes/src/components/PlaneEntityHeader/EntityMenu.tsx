import { ButtonIcon, Menu, MenuItem, MenuTrigger } from '@backstage/ui';
import {
  RiBugLine,
  RiEditLine,
  RiMore2Line,
  RiRestartLine,
  RiStarFill,
  RiStarLine,
} from '@remixicon/react';
import { useSearchParams } from 'react-router-dom';
import { Star } from './useStar';

export interface EntityMenuProps {
  /** Given where there is no room for a button of its own, and so are the others. */
  star?: Star;
  editHref?: string;
  onReconnect?: () => void;
}

/** What is needed rarely, or has no room elsewhere. */
export function EntityMenu(props: EntityMenuProps) {
  const { star, editHref, onReconnect } = props;
  const [, setSearchParams] = useSearchParams();
  return (
    <MenuTrigger>
      <ButtonIcon
        variant="secondary"
        aria-label="More actions"
        icon={<RiMore2Line />}
      />
      <Menu placement="bottom end">
        {star && (
          <MenuItem
            iconStart={star.starred ? <RiStarFill /> : <RiStarLine />}
            onAction={star.toggle}
          >
            {star.label}
          </MenuItem>
        )}
        {editHref && (
          <MenuItem iconStart={<RiEditLine />} href={editHref}>
            Edit
          </MenuItem>
        )}
        {onReconnect && (
          <MenuItem iconStart={<RiRestartLine />} onAction={onReconnect}>
            Reconnect agents
          </MenuItem>
        )}
        <MenuItem
          iconStart={<RiBugLine />}
          // The entity page opens its dialog by this parameter.
          onAction={() => setSearchParams({ inspect: 'overview' })}
        >
          Inspect entity
        </MenuItem>
      </Menu>
    </MenuTrigger>
  );
}
