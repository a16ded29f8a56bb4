// A backend that starts loads much of Backstage, which takes a while on a busy machine.
jest.setTimeout(120_000);
