function parseURL(text: string): URL | undefined {
  try {
    return new URL(text);
  } catch {
    return undefined;
  }
}

/** What is odd about the address that an agent is to dial, in one sentence; undefined where nothing is. */
export function agentURLHint(text: string): string | undefined {
  const url = parseURL(text.trim());
  if (!url || url.host === '') {
    return 'It is not a URL. It begins with wss:// and ends in /ws.';
  }
  switch (url.protocol) {
    case 'wss:':
      break;
    case 'ws:':
      return 'The cluster gateway speaks only TLS: write wss:// instead of ws://.';
    case 'https:':
    case 'http:':
      return `Agents dial a WebSocket URL: write wss:// instead of ${url.protocol}//.`;
    default:
      return 'Agents dial a WebSocket URL, which begins with wss://.';
  }
  if (url.username !== '' || url.password !== '') {
    return 'Take the credentials out of the URL: agents identify themselves by their certificate.';
  }
  if (url.search !== '' || url.hash !== '') {
    return 'Take away what follows /ws: the agent adds its type and planeID itself.';
  }
  return url.pathname === '/ws'
    ? undefined
    : 'The cluster gateway answers agents only at the path /ws.';
}
