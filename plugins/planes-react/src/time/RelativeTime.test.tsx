import { act, render, screen } from '@testing-library/react';
import { setPageVisibility } from '../testing/visibility';
import { formatExactTime } from './formatTime';
import { RelativeTime } from './RelativeTime';

const TIME = '2026-11-20T10:00:00.000Z';
const TIME_MS = Date.parse(TIME);

async function advance(ms: number) {
  await act(async () => {
    await jest.advanceTimersByTimeAsync(ms);
  });
}

describe('RelativeTime', () => {
  beforeEach(() => {
    jest.useFakeTimers({ now: TIME_MS + 10_000 });
    setPageVisibility('visible');
  });

  afterEach(() => {
    setPageVisibility('visible');
    jest.useRealTimers();
  });

  it('ticks as often as its words change', async () => {
    render(<RelativeTime time={TIME} />);
    expect(screen.getByText('10 s ago')).toBeInTheDocument();
    await advance(1_000);
    expect(screen.getByText('11 s ago')).toBeInTheDocument();
    await advance(49_000);
    expect(screen.getByText('1 min ago')).toBeInTheDocument();
    await advance(3_600_000);
    expect(screen.getByText('1 h 1 min ago')).toBeInTheDocument();
  });

  it('rests while the page is hidden, and is right at once when it is shown', async () => {
    render(<RelativeTime time={TIME} />);
    setPageVisibility('hidden');
    await advance(120_000);
    expect(screen.getByText('10 s ago')).toBeInTheDocument();
    expect(jest.getTimerCount()).toBe(0);
    act(() => setPageVisibility('visible'));
    expect(screen.getByText('2 min ago')).toBeInTheDocument();
  });

  it.each([false, true])(
    'has the exact time for people and for machines, light: %s',
    light => {
      render(<RelativeTime time={TIME_MS} light={light} />);
      const time = screen.getByText('10 s ago');
      expect(time).toHaveAttribute('datetime', TIME);
      expect(time).toHaveAccessibleDescription(formatExactTime(TIME_MS));
    },
  );

  it('shows what is no time as it is', () => {
    render(<RelativeTime time="soon" />);
    expect(screen.getByText('soon')).toBeInTheDocument();
  });
});

describe('useNow', () => {
  it('ticks for all components of one pace with one timer, and stops with the last', () => {
    jest.useFakeTimers({ now: TIME_MS + 10_000 });
    const before = jest.getTimerCount();
    const { unmount } = render(
      <>
        <RelativeTime time={TIME} />
        <RelativeTime time={TIME_MS + 1_000} />
      </>,
    );
    expect(jest.getTimerCount()).toBe(before + 1);
    unmount();
    expect(jest.getTimerCount()).toBe(before);
    jest.useRealTimers();
  });
});
