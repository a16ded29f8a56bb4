import { OtherRecorders } from './OtherRecorders';

describe('OtherRecorders', () => {
  const look = (others: OtherRecorders, seconds: number, alive: object) =>
    others.hasOneEnded(new Map(Object.entries(alive)), seconds * 1000);

  it('tells once of each that gives no more signs of life', () => {
    const others = new OtherRecorders();
    expect(look(others, 0, { a: 1, b: 1 })).toBe(false);
    expect(look(others, 30, { a: 2, b: 1 })).toBe(false);
    expect(look(others, 40, { a: 3, b: 1 })).toBe(true);
    expect(look(others, 60, { a: 4, b: 1 })).toBe(false);
    expect(look(others, 100, { a: 4, b: 1 })).toBe(true);
  });

  it('knows one that comes back as alive, until it ends again', () => {
    const others = new OtherRecorders();
    look(others, 0, { a: 1 });
    expect(look(others, 40, { a: 1 })).toBe(true);
    expect(look(others, 50, { a: 2 })).toBe(false);
    expect(look(others, 90, { a: 2 })).toBe(true);
  });

  it('goes by its own clock, whatever those of others say', () => {
    const others = new OtherRecorders();
    for (let seconds = 0; seconds < 100; seconds += 10) {
      expect(look(others, seconds, { late: seconds - 1e6 })).toBe(false);
    }
  });

  it('forgets those whose row is gone', () => {
    const others = new OtherRecorders();
    look(others, 0, { a: 1 });
    expect(look(others, 40, {})).toBe(false);
    expect(look(others, 50, { a: 1 })).toBe(false);
  });
});
