import { useEntity, useStarredEntity } from '@backstage/plugin-catalog-react';
import { ButtonIcon, Menu, MenuItem, MenuTrigger } from '@backstage/ui';
import {
  RiBugLine,
  RiMore2Line,
  RiStarFill,
  RiStarLine,
} from '@remixicon/react';
import { useSearchParams } from 'react-router-dom';

/** What one can do with the catalog entity: star it, and see how the catalog has it. */
export function HeaderActions() {
  const { entity } = useEntity();
  const { isStarredEntity, toggleStarredEntity } = useStarredEntity(entity);
  const [, setSearchParams] = useSearchParams();
  return (
    <>
      <ButtonIcon
        variant="secondary"
        aria-label={
          isStarredEntity ? 'Remove from favorites' : 'Add to favorites'
        }
        icon={isStarredEntity ? <RiStarFill /> : <RiStarLine />}
        onPress={() => toggleStarredEntity()}
      />
      <MenuTrigger>
        <ButtonIcon
          variant="secondary"
          aria-label="More actions"
          icon={<RiMore2Line />}
        />
        <Menu placement="bottom end">
          <MenuItem
            iconStart={<RiBugLine />}
            // The entity page opens its dialog by this parameter.
            onAction={() => setSearchParams({ inspect: 'overview' })}
          >
            Inspect entity
          </MenuItem>
        </Menu>
      </MenuTrigger>
    </>
  );
}
