import { ServerResponse } from 'node:http';
import { ApiObject } from '../objects/ApiObject';
import { Representation } from '../read/representation';
import { renderObject } from '../read/render';
import {
  groupVersion,
  ResourceDefinition,
} from '../registry/ResourceDefinition';
import { isSelected, Selection } from '../selectors/selection';
import { Status } from '../status/Status';
import { StoreEvent } from '../storage/EventLog';

/** A client that lets this much pile up is cut off, as it is no longer reading. */
const PENDING_LIMIT_BYTES = 128 * 1024 * 1024;

type EventType = 'ADDED' | 'MODIFIED' | 'DELETED';

/** What one watch wants to be told. */
export interface WatchOptions {
  definition: ResourceDefinition;
  selection: Selection;
  representation: Representation;
  bookmarks: boolean;
  /** Changes up to this revision are known to the client. */
  after: number;
}

/** One open watch: writes events, one JSON document a line. */
export class WatchStream {
  readonly #response: ServerResponse;
  readonly #options: WatchOptions;
  readonly #representationKey: string;
  #sentColumns = false;

  constructor(response: ServerResponse, options: WatchOptions) {
    this.#response = response;
    this.#options = options;
    this.#representationKey = JSON.stringify(options.representation);
  }

  get wantsBookmarks(): boolean {
    return this.#options.bookmarks;
  }

  /**
   * Tells the client of a change, if it concerns its selection.
   *
   * @param serialized - texts of this event that other watches needed already
   */
  offer(event: StoreEvent, serialized: Map<string, string>): void {
    const { selection, after } = this.#options;
    if (event.revision <= after) {
      return;
    }
    const isIn =
      event.type !== 'DELETED' && isSelected(selection, event.object);
    const wasIn =
      event.previous !== undefined && isSelected(selection, event.previous);
    if (isIn) {
      this.#send(wasIn ? 'MODIFIED' : 'ADDED', event.object, serialized);
    } else if (wasIn) {
      this.#send('DELETED', event.object, serialized);
    }
  }

  /** Tells the client of an object that existed before the watch began. */
  sendInitial(object: ApiObject): void {
    this.#send('ADDED', object, new Map());
  }

  /** Tells the client how far it has seen everything. */
  sendBookmark(revision: number, isEndOfInitialEvents = false): void {
    const { definition, representation, after } = this.#options;
    if (revision < after) {
      return;
    }
    const isMetadata = representation.form === 'metadata';
    this.#write(
      JSON.stringify({
        type: 'BOOKMARK',
        object: {
          apiVersion: isMetadata ? 'meta.k8s.io/v1' : groupVersion(definition),
          kind: isMetadata ? 'PartialObjectMetadata' : definition.kind,
          metadata: {
            ...(isEndOfInitialEvents
              ? { annotations: { 'k8s.io/initial-events-end': 'true' } }
              : {}),
            resourceVersion: String(revision),
          },
        },
      }),
    );
  }

  /** Ends the watch with an error, as Kubernetes does once the answer has begun. */
  fail(status: Status): void {
    this.#write(JSON.stringify({ type: 'ERROR', object: status }));
    this.end();
  }

  end(): void {
    this.#response.end();
  }

  #send(
    type: EventType,
    object: ApiObject,
    serialized: Map<string, string>,
  ): void {
    const { definition, representation } = this.#options;
    const withColumns = !this.#sentColumns;
    this.#sentColumns = true;
    const key = `${type} ${withColumns} ${this.#representationKey}`;
    let text = serialized.get(key);
    if (text === undefined) {
      text = JSON.stringify({
        type,
        object: renderObject(object, definition, representation, withColumns),
      });
      serialized.set(key, text);
    }
    this.#write(text);
  }

  #write(text: string): void {
    const response = this.#response;
    if (response.destroyed || response.writableEnded) {
      return;
    }
    if (response.writableLength > PENDING_LIMIT_BYTES) {
      response.destroy();
    } else {
      response.write(`${text}\n`);
    }
  }
}
