import { renderInTestApp } from '@backstage/frontend-test-utils';
import { screen } from '@testing-library/react';
import { HistoryStrip } from './HistoryStrip';
import { formatUptime, historyText } from './historyText';
import { SLOT_WIDTH, STRIP_HEIGHT, stripPaths } from './stripPaths';

describe('formatUptime', () => {
  it.each([
    [1, '100 %'],
    [0.999999, '99.99 %'],
    [0.9971, '99.71 %'],
    [0.5, '50 %'],
    [0.57, '57 %'],
    [0, '0 %'],
  ])('says %p as %p', (uptime, text) => {
    expect(formatUptime(uptime)).toBe(text);
  });
});

describe('historyText', () => {
  it.each([
    [
      { uptime: 0.9971, losses: 2, flaps: 1 },
      '99.71 % in 30 days, 2 losses, 1 flap',
    ],
    [{ uptime: 1, losses: 0, flaps: 0 }, '100 % in 30 days'],
    [{ uptime: 0.2, losses: 1, flaps: 0 }, '20 % in 30 days, 1 loss'],
    [{ losses: 0, flaps: 0 }, 'Uptime in 30 days not known'],
  ])('says %j as %p', (history, text) => {
    expect(historyText(history, '30 days')).toBe(text);
  });
});

describe('stripPaths', () => {
  it('draws what is bad higher than what is good, each in its slot', () => {
    const { up, down, degraded, unknown } = stripPaths([
      'up',
      'down',
      'degraded',
      'unknown',
      'up',
    ]);
    expect(down).toBe(`M${SLOT_WIDTH} ${STRIP_HEIGHT}v-20h3v20z`);
    expect(degraded).toContain(`M${2 * SLOT_WIDTH} ${STRIP_HEIGHT}v-20`);
    expect(unknown).toContain(`M${3 * SLOT_WIDTH} ${STRIP_HEIGHT}v-2h`);
    expect(up).toBe(`M0 20v-14h3v14zM${4 * SLOT_WIDTH} 20v-14h3v14z`);
  });
});

describe('HistoryStrip', () => {
  it('says in words what it shows', async () => {
    await renderInTestApp(
      <HistoryStrip
        summary={{ slots: ['up', 'down'], uptime: 0.5, losses: 1, flaps: 0 }}
        label="24 hours"
        from="24 h"
        to="now"
      />,
    );
    expect(
      screen.getByRole('img', { name: '50 % in 24 hours, 1 loss' }),
    ).toBeInTheDocument();
    expect(screen.getByText('24 h')).toBeInTheDocument();
    expect(screen.getByText('now')).toBeInTheDocument();
  });
});
