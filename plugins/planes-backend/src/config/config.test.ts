import { ConfigReader } from '@backstage/config';
import {
  readHistoryConfig,
  readNotificationsConfig,
  readRegistrationConfig,
} from '.';

const planes = (data: object) =>
  new ConfigReader({ openchoreo: { planes: data } });
const nothing = new ConfigReader({});

describe('readHistoryConfig', () => {
  it('keeps 90 days unless told otherwise', () => {
    expect(readHistoryConfig(nothing)).toEqual({
      retentionMs: 90 * 86_400_000,
    });
    expect(
      readHistoryConfig(planes({ history: { retention: { days: 7 } } })),
    ).toEqual({ retentionMs: 7 * 86_400_000 });
  });

  it.each(['0s', '-1d', 'long', 90, {}])(
    'names the key where the retention is %j',
    retention => {
      expect(() =>
        readHistoryConfig(planes({ history: { retention } })),
      ).toThrow(/openchoreo\.planes\.history\.retention/);
    },
  );
});

describe('readNotificationsConfig', () => {
  it('notifies after 5 minutes unless told otherwise', () => {
    expect(readNotificationsConfig(nothing)).toEqual({
      enabled: true,
      agentLostAfterMs: 300_000,
    });
    const notifications = { enabled: false, agentLostAfter: '90s' };
    expect(readNotificationsConfig(planes({ notifications }))).toEqual({
      enabled: false,
      agentLostAfterMs: 90_000,
    });
  });

  it.each([
    [{ enabled: 'perhaps' }, /openchoreo\.planes\.notifications\.enabled/],
    [
      { agentLostAfter: '5' },
      /openchoreo\.planes\.notifications\.agentLostAfter/,
    ],
  ])('names the key of what is wrong: %j', (notifications, message) => {
    expect(() => readNotificationsConfig(planes({ notifications }))).toThrow(
      message,
    );
  });
});

describe('readRegistrationConfig', () => {
  it('has the portal write planes unless told otherwise', () => {
    expect(readRegistrationConfig(nothing)).toEqual({ mode: 'apply' });
    const registration = { mode: 'manifest', chartVersion: '1.2.3-rc.1' };
    expect(readRegistrationConfig(planes({ registration }))).toEqual(
      registration,
    );
  });

  it.each([
    [{ mode: 'gitops' }, /registration\.mode' is 'gitops'.*'manifest'/],
    [{ mode: true }, /openchoreo\.planes\.registration\.mode/],
    [{ chartVersion: 'latest; rm' }, /registration\.chartVersion.*'1\.2\.3'/],
    [{ chartVersion: 1.2 }, /openchoreo\.planes\.registration\.chartVersion/],
  ])('names the key of what is wrong: %j', (registration, message) => {
    expect(() => readRegistrationConfig(planes({ registration }))).toThrow(
      message,
    );
  });
});
