import { mkdir, writeFile } from 'node:fs/promises';
import { dirname } from 'node:path';
import { resolveSafeChildPath } from '@backstage/backend-plugin-api';
import { createTemplateAction } from '@backstage/plugin-scaffolder-node';
import { isBlocking } from '@openchoreo-planes/backstage-plugin-planes-common';
import { examples } from './examples';
import { registrationInput } from './registrationInput';
import type { RegistrationsClient } from './RegistrationsClient';
import {
  describeProblem,
  RegistrationRefusedError,
} from './RegistrationRefusedError';
import { toRegistration } from './toRegistration';

/** The action's id. */
const REGISTER_PLANE_ACTION = 'openchoreo:plane:register';

/** The action that renders and checks the manifest of a plane, and applies it when asked, in the name of the task's user. */
export function createRegisterPlaneAction(options: {
  readonly client: Pick<RegistrationsClient, 'review' | 'register'>;
}) {
  const { client } = options;
  return createTemplateAction({
    id: REGISTER_PLANE_ACTION,
    description:
      'Renders the manifest of an OpenChoreo plane, checks it with the API server of its control plane, and creates the plane when asked to',
    examples,
    supportsDryRun: true,
    schema: {
      input: z =>
        z.object({
          ...registrationInput(z),
          apply: z
            .boolean()
            .optional()
            .describe(
              'Create the plane; otherwise nothing is written but the manifest in the workspace',
            ),
          targetPath: z
            .string()
            .optional()
            .describe(
              "The file in the workspace for the manifest; '<kind>-<name>.yaml' unless given",
            ),
        }),
      output: z =>
        z.object({
          manifest: z.string().describe('The resources in YAML'),
          path: z.string().describe('The file in the workspace'),
          notes: z
            .array(z.string())
            .describe('What is worth knowing, one sentence each'),
          entityRef: z
            .string()
            .optional()
            .describe("The plane's entity, once the plane is created"),
          uid: z.string().optional().describe('Of the resource, likewise'),
        }),
    },
    async handler(ctx) {
      const { apply, targetPath, ...input } = ctx.input;
      const path =
        targetPath ?? `${input.kind}-${input.name}.yaml`.toLowerCase();
      const file = resolveSafeChildPath(ctx.workspacePath, path);
      const request = {
        registration: toRegistration(input),
        credentials: await ctx.getInitiatorCredentials(),
        signal: ctx.signal,
      };
      const { problems, manifest, dryRun } = await client.review(request);
      if (manifest === undefined || problems.some(isBlocking)) {
        throw new RegistrationRefusedError(problems);
      }
      const notes = [
        ...problems.map(describeProblem),
        ...(dryRun.message === undefined ? [] : [dryRun.message]),
        ...dryRun.warnings,
      ];
      for (const note of notes) {
        ctx.logger.info(note);
      }
      await mkdir(dirname(file), { recursive: true });
      await writeFile(file, manifest);
      ctx.output('manifest', manifest);
      ctx.output('path', path);
      ctx.output('notes', notes);
      if (apply && !ctx.isDryRun) {
        const { plane } = await client.register(request);
        ctx.logger.info(`The plane '${plane.title}' is registered`);
        ctx.output('entityRef', plane.entityRef);
        ctx.output('uid', plane.uid);
      }
    },
  });
}
