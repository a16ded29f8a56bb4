import { PlaneCategory } from '@openchoreo-planes/backstage-plugin-planes-common';
import {
  RemixiconComponentType,
  RiDatabase2Line,
  RiEyeLine,
  RiGitBranchLine,
  RiHammerLine,
} from '@remixicon/react';

const ICONS: Record<PlaneCategory, RemixiconComponentType> = {
  data: RiDatabase2Line,
  workflow: RiGitBranchLine,
  build: RiHammerLine,
  observability: RiEyeLine,
};

/** The icon of a type of planes. Decoration: the type is said in words beside it. */
export function PlaneIcon(props: { category: PlaneCategory }) {
  const Icon = ICONS[props.category];
  return <Icon size="1.15em" aria-hidden className="icon" />;
}
