import { agentURLHint } from './agentURLHint';

describe('agentURLHint', () => {
  it.each([
    'wss://gateway.acme.test/ws',
    ' wss://10.0.0.1:8443/ws ',
    'wss://[fd00::1]/ws',
  ])('has nothing against %j', url => {
    expect(agentURLHint(url)).toBeUndefined();
  });

  it.each([
    ['gateway.acme.test', /not a URL/],
    ['wss://', /not a URL/],
    ['ws://gateway.acme.test/ws', /speaks only TLS/],
    ['https://gateway.acme.test/ws', /instead of https:/],
    ['grpc://gateway.acme.test/ws', /begins with wss:/],
    ['wss://gateway.acme.test', /only at the path \/ws/],
    ['wss://gateway.acme.test/ws/', /only at the path \/ws/],
    ['wss://gateway.acme.test/ws?planeID=a', /adds its type and planeID/],
    ['wss://me:secret@gateway.acme.test/ws', /Take the credentials out/],
  ])('says what is odd about %j', (url, hint) => {
    expect(agentURLHint(url)).toMatch(hint);
  });
});
