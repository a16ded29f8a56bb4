import { HomePageWidgetBlueprint } from '@backstage/plugin-home-react/alpha';

export const planesHomeWidget = HomePageWidgetBlueprint.make({
  params: {
    name: 'HomePagePlanes',
    title: 'Planes',
    description: 'The state of all planes, and those that need attention',
    components: async () => {
      const { PlanesHomeWidget } = await import(
        '../components/PlanesHomeWidget'
      );
      return { Content: PlanesHomeWidget };
    },
  },
});
