/** One event of a stream of server-sent events. */
export interface ServerSentEvent {
  /** The event's name; `message` where the stream gives none. */
  type: string;
  data: string;
}

const LINE_END = /\r\n|\n|\r/;

/**
 * Reads the format of server-sent events, in pieces of any size.
 *
 * @remarks
 * As the HTML standard has it (section 9.2.6), without `id` and `retry`, which only matter to a client that reconnects.
 */
export class ServerSentEventParser {
  #rest = '';
  #endsWithCarriageReturn = false;
  #type = '';
  #data: string[] = [];

  /** The events that are complete with this piece of the stream. */
  push(text: string): ServerSentEvent[] {
    if (text === '') {
      return [];
    }
    // A line end of two characters may come in two pieces.
    const continued = this.#endsWithCarriageReturn && text.startsWith('\n');
    this.#endsWithCarriageReturn = text.endsWith('\r');
    const lines = `${this.#rest}${continued ? text.slice(1) : text}`.split(
      LINE_END,
    );
    this.#rest = lines.pop() ?? '';
    return lines.flatMap(line => this.#take(line));
  }

  #take(line: string): ServerSentEvent[] {
    if (line === '') {
      return this.#dispatch();
    }
    const [field] = line.split(':', 1);
    const value = line.slice(field.length + 1).replace(/^ /, '');
    if (field === 'event') {
      this.#type = value;
    } else if (field === 'data') {
      this.#data.push(value);
    }
    return [];
  }

  #dispatch(): ServerSentEvent[] {
    const events =
      this.#data.length > 0
        ? [{ type: this.#type || 'message', data: this.#data.join('\n') }]
        : [];
    this.#type = '';
    this.#data = [];
    return events;
  }
}
