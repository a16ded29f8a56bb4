import { startTestBackend } from '@backstage/backend-test-utils';
import { runsResponseSchema } from '@openchoreo-planes/backstage-plugin-workflow-runs-common';
import request from 'supertest';
import { RunsTestBackend } from './__testUtils__/RunsTestBackend';
import { workflowRunsPlugin } from './plugin';

describe('plugin workflow-runs', () => {
  it('tells the permission framework its permissions and rules', async () => {
    const backend = new RunsTestBackend();
    const server = await backend.start();
    const { body } = await server.get(
      '/api/workflow-runs/.well-known/backstage/permissions/metadata',
    );
    const names = (things: { name: string }[]) =>
      things.map(({ name }) => name);
    expect(names(body.permissions)).toEqual([
      'openchoreo.workflow-run.read',
      'openchoreo.workflow-run.logs.read',
      'openchoreo.workflow-run.secrets.read',
      'openchoreo.workflow-run.stop',
      'openchoreo.workflow-run.terminate',
      'openchoreo.workflow-run.suspend',
      'openchoreo.workflow-run.resume',
      'openchoreo.workflow-run.rerun',
    ]);
    expect(names(body.rules)).toEqual([
      'IN_NAMESPACE',
      'OF_PROJECT',
      'OF_COMPONENT',
      'OF_WORKFLOW',
    ]);
    await backend.stop();
  });

  it.each([
    [
      { workflowRuns: { timeline: { maxMemoryMiB: 0 } } },
      'openchoreo.workflowRuns.timeline.maxMemoryMiB',
    ],
    [{ planes: { staleAfter: 'soon' } }, 'openchoreo.planes.staleAfter'],
  ])('does not start with %j, and names the key', async (config, key) => {
    const backend = new RunsTestBackend();
    await expect(backend.start(config)).rejects.toThrow(key);
  });

  it('runs where nothing is configured', async () => {
    const bare = await startTestBackend({ features: [workflowRunsPlugin] });
    const { status, body } = await request(bare.server).get(
      '/api/workflow-runs/runs',
    );
    expect(status).toBe(200);
    expect(runsResponseSchema.parse(body)).toMatchObject({
      items: [],
      counts: { all: 0 },
      sources: [],
    });
    await bare.stop();
  });
});
