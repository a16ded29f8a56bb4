/** The body of a request to the scaffolder that tries out one action: a template of which it is the only step. */
export function dryRunOf(action: string, input: object): object {
  return {
    template: {
      apiVersion: 'scaffolder.backstage.io/v1beta3',
      kind: 'Template',
      metadata: { name: 'register' },
      spec: {
        owner: 'guests',
        type: 'resource',
        parameters: [],
        steps: [{ id: 'plane', name: 'Register', action, input }],
      },
    },
    values: {},
    directoryContents: [],
  };
}
