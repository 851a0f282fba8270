import type { EventHub } from './hub';

const HEARTBEAT_MS = 15_000;
const RETRY_MS = 2_000;
// A browser that takes nothing for this many events is cut off; it comes back and reads everything again.
const MOST_WAITING = 500;

const encoder = new TextEncoder();

/** One browser's connection to the hub, as server-sent events: `hello` with the state, then `state`, `topics`, `end`. */
export class EventStream {
  readonly body: ReadableStream<Uint8Array>;
  readonly #onClose: () => void;
  #controller: ReadableStreamDefaultController<Uint8Array> | undefined;
  #unsubscribe: (() => void) | undefined;
  #heartbeat: NodeJS.Timeout | undefined;

  /** `onClose` is called once, whoever ends the stream. */
  constructor(hub: EventHub, onClose: () => void) {
    this.#onClose = onClose;
    this.body = new ReadableStream(
      { start: (controller) => this.#open(hub, controller), cancel: () => this.close() },
      { highWaterMark: MOST_WAITING },
    );
  }

  /** Tells the browser that its session is over, and closes. */
  end(): void {
    this.#say(frame('end', {}));
    this.close();
  }

  close(): void {
    const controller = this.#controller;
    if (!controller) return;
    this.#controller = undefined;
    this.#unsubscribe?.();
    clearInterval(this.#heartbeat);
    this.#onClose();
    try {
      controller.close();
    } catch {
      // The reader had cancelled, which closes it as well.
    }
  }

  #open(hub: EventHub, controller: ReadableStreamDefaultController<Uint8Array>): void {
    this.#controller = controller;
    this.#unsubscribe = hub.subscribe((event) => this.#say(frame(event.type, event)));
    this.#heartbeat = setInterval(() => this.#say(': still here\n\n'), HEARTBEAT_MS);
    this.#say(`retry: ${RETRY_MS}\n${frame('hello', hub.state)}`);
  }

  #say(text: string): void {
    this.#controller?.enqueue(encoder.encode(text));
    if (this.#controller && (this.#controller.desiredSize ?? 0) <= 0) this.close();
  }
}

const frame = (event: string, data: unknown): string => `event: ${event}\ndata: ${JSON.stringify(data)}\n\n`;
