import { ButtonIcon } from '@backstage/ui';
import { RiStarFill, RiStarLine } from '@remixicon/react';
import { Star } from './useStar';

/** Puts the entity among the user's favourites, or takes it out. */
export function StarButton(props: { star: Star }) {
  const { starred, label, toggle } = props.star;
  return (
    <ButtonIcon
      variant="secondary"
      aria-label={label}
      icon={starred ? <RiStarFill /> : <RiStarLine />}
      onPress={toggle}
    />
  );
}
