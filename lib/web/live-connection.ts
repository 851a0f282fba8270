import { signInAgain } from './sign-in-again';

/** `live`: changes arrive. `reconnecting`: they don't, just now. `paused`: the tab is hidden, or has only just opened. */
export type LiveState = 'live' | 'reconnecting' | 'paused';

export interface LiveStatus {
  state: LiveState;
  /** Milliseconds since 1970 at which the state began; 0 before the page is up. */
  since: number;
}

export const NOT_YET: LiveStatus = { state: 'paused', since: 0 };

const RETRY_MS = 5_000;
// Switching between tabs and back should not read the whole page again.
const HIDDEN_GRACE_MS = 5_000;

// Both come from this very server (lib/events/stream.ts); a schema library would be half of a page's scripts.
const stateOf = (data: string) => (JSON.parse(data) as { state: 'live' | 'reconnecting' }).state;
const topicsOf = (data: string) => (JSON.parse(data) as { topics: readonly string[] }).topics;

/** A tab's one EventSource on /api/events. A hidden tab holds none: a browser allows only six connections to a server. */
export class LiveConnection {
  readonly #onTopics: (topics: readonly string[]) => void;
  readonly #watchers = new Set<() => void>();
  #status: LiveStatus = NOT_YET;
  #source: EventSource | undefined;
  #timer: number | undefined;

  constructor(onTopics: (topics: readonly string[]) => void) {
    this.#onTopics = onTopics;
  }

  readonly status = (): LiveStatus => this.#status;

  readonly watch = (watcher: () => void): (() => void) => {
    this.#watchers.add(watcher);
    return () => this.#watchers.delete(watcher);
  };

  /** Connects and follows the tab's visibility. Returns the way to stop. */
  start(): () => void {
    document.addEventListener('visibilitychange', this.#followVisibility);
    this.#followVisibility();
    return () => {
      document.removeEventListener('visibilitychange', this.#followVisibility);
      this.#close();
    };
  }

  readonly #followVisibility = (): void => {
    window.clearTimeout(this.#timer);
    if (document.visibilityState === 'visible') {
      if (!this.#source) this.#open();
      return;
    }
    this.#timer = window.setTimeout(() => {
      this.#close();
      this.#become('paused');
    }, HIDDEN_GRACE_MS);
  };

  #open(): void {
    const source = new EventSource('/api/events');
    this.#source = source;
    source.addEventListener('hello', (event) => {
      this.#become(stateOf(event.data));
      this.#onTopics(['*']);
    });
    source.addEventListener('state', (event) => this.#become(stateOf(event.data)));
    source.addEventListener('topics', (event) => this.#onTopics(topicsOf(event.data)));
    source.addEventListener('end', () => {
      this.#close();
      signInAgain();
    });
    source.addEventListener('error', () => {
      this.#become('reconnecting');
      if (source.readyState !== EventSource.CLOSED) return;
      // Refused rather than interrupted: the queries find out why (signed out, for one), and we come again.
      this.#close();
      this.#onTopics(['*']);
      this.#timer = window.setTimeout(this.#followVisibility, RETRY_MS);
    });
  }

  #close(): void {
    window.clearTimeout(this.#timer);
    this.#source?.close();
    this.#source = undefined;
  }

  #become(state: LiveState): void {
    if (state === this.#status.state) return;
    this.#status = { state, since: Date.now() };
    for (const watcher of this.#watchers) watcher();
  }
}
