import { ServerResponse } from 'node:http';
import { listObjects } from '../read/listObjects';
import { readSendInitialEvents } from '../read/listParameters';
import { readWatchStart } from '../read/resourceVersions';
import { Representation } from '../read/representation';
import { ServedResource } from '../registry/ResourceRegistry';
import { Selection } from '../selectors/selection';
import { expired } from '../status/errors';
import { WatchHub } from './WatchHub';
import { WatchStream } from './WatchStream';

/** Watches without `timeoutSeconds` end after a time between this and twice this. */
const DEFAULT_TIMEOUT_S = 1800;
/** Timers take no more. */
const MAX_TIMEOUT_MS = 2 ** 31 - 1;

/** A request to watch a resource. */
export interface WatchRequest {
  resource: ServedResource;
  selection: Selection;
  representation: Representation;
  query: URLSearchParams;
}

function timeoutMs(query: URLSearchParams): number {
  const wanted = Number(query.get('timeoutSeconds') ?? 0);
  const seconds = wanted > 0 ? wanted : DEFAULT_TIMEOUT_S * (1 + Math.random());
  return Math.min(1000 * seconds, MAX_TIMEOUT_MS);
}

function sendState(
  stream: WatchStream,
  { resource, selection }: WatchRequest,
): void {
  const { objects } = listObjects(resource, selection, { limit: 0 });
  for (const object of objects) {
    stream.sendInitial(object);
  }
}

/**
 * Answers a watch: what is there already where the client asks for it, then every change until the
 * time is over, the client leaves, or the resource is no longer served.
 *
 * @throws StatusError 400 or 422 where the parameters contradict each other
 */
export function startWatch(
  hub: WatchHub,
  request: WatchRequest,
  response: ServerResponse,
): void {
  const { resource, selection, representation, query } = request;
  const { store, definition } = resource;
  const since = readWatchStart(query);
  const sendInitialEvents = readSendInitialEvents(query);
  const bookmarks = ['true', '1'].includes(
    query.get('allowWatchBookmarks') ?? '',
  );
  response.writeHead(200, {
    'Cache-Control': 'no-cache, private',
    'Content-Type': 'application/json',
  });
  response.flushHeaders();
  const stream = new WatchStream(response, {
    definition,
    selection,
    representation,
    bookmarks,
    after: since ?? 0,
  });
  if (sendInitialEvents || !since) {
    if (query.get('sendInitialEvents') !== 'false') {
      sendState(stream, request);
    }
    if (sendInitialEvents && bookmarks) {
      stream.sendBookmark(store.revision, true);
    }
  } else {
    const missed = store.eventsSince(since);
    if (!missed) {
      stream.fail(
        expired(`too old resource version: ${since} (${store.oldestRevision})`)
          .status,
      );
      return;
    }
    for (const event of missed) {
      stream.offer(event, new Map());
    }
  }
  const remove = hub.add(resource, stream);
  const timer = setTimeout(() => {
    if (bookmarks) {
      stream.sendBookmark(store.revision);
    }
    stream.end();
  }, timeoutMs(query));
  response.once('close', () => {
    clearTimeout(timer);
    remove();
  });
}
