import { ConfigReader } from '@backstage/config';
import { readWorkflowRunsConfig } from '.';

const read = (workflowRuns?: object) =>
  readWorkflowRunsConfig(new ConfigReader({ openchoreo: { workflowRuns } }));

describe('readWorkflowRunsConfig', () => {
  it('has defaults, and reads every key', () => {
    expect(read()).toEqual({
      timeline: { maxBytes: 128 * 1024 * 1024 },
      rerun: { enabled: true },
    });
    expect(
      read({ timeline: { maxMemoryMiB: 2 }, rerun: { enabled: false } }),
    ).toEqual({
      timeline: { maxBytes: 2 * 1024 * 1024 },
      rerun: { enabled: false },
    });
  });

  it.each([
    [{ timeline: { maxMemoryMiB: 0 } }, /workflowRuns\.timeline\.maxMemoryMiB/],
    [{ timeline: { maxMemoryMiB: 'big' } }, /timeline\.maxMemoryMiB/],
    [{ rerun: { enabled: 'perhaps' } }, /workflowRuns\.rerun\.enabled/],
  ])('names the key of what is wrong: %j', (workflowRuns, message) => {
    expect(() => read(workflowRuns)).toThrow(message);
  });
});
