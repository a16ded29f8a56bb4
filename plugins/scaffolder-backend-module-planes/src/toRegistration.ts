interface SecretKeyInput {
  readonly name: string;
  readonly key?: string;
  readonly namespace?: string;
}

/** What the input says of the agent CA. */
export interface AgentCAInput {
  readonly value?: string;
  readonly storeIn?: SecretKeyInput;
  readonly secretKeyRef?: SecretKeyInput;
}

/**
 * The registration that the planes plugin takes.
 *
 * @remarks
 * A parameter that was not filled in comes as an empty text, and counts as absent. Where the input names both sources of the
 * agent CA, both go along, for the planes plugin to refuse.
 */
export function toRegistration(input: {
  readonly agentCA: AgentCAInput;
  readonly controlPlane?: string;
  readonly [field: string]: unknown;
}): object {
  const { agentCA, ...fields } = input;
  const { value, storeIn, secretKeyRef } = agentCA;
  return {
    controlPlane: 'default',
    ...withoutEmpty(fields),
    agentCA: {
      source: secretKeyRef && !value ? 'secret' : 'inline',
      ...withoutEmpty({
        value,
        storeIn: storeIn && withKey(storeIn),
        secretKeyRef: secretKeyRef && withKey(secretKeyRef),
      }),
    },
  };
}

function withKey(secret: SecretKeyInput): object {
  return { key: 'ca.crt', ...withoutEmpty(secret) };
}

function withoutEmpty(fields: object): object {
  return Object.fromEntries(
    Object.entries(fields).filter(
      ([, value]) => value !== undefined && value !== '',
    ),
  );
}
