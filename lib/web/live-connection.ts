import { signInAgain } from './sign-in-again';

/**
 * `live`: changes arrive. `reconnecting`: they don't, just now. `frozen`: the reader asked for the page to stand still.
 * `hidden`: the tab is not in front, or has only just opened.
 */
export type LiveState = 'live' | 'reconnecting' | 'frozen' | 'hidden';

/** What is out of reach while reconnecting: the console's own process, or the database behind it. */
export type LiveGap = 'console' | 'database';

export interface LiveStatus {
  state: LiveState;
  /** Milliseconds since 1970 at which the state began; 0 before the page is up. */
  since: number;
  gap: LiveGap | null;
  /** Changes that were held back since the page was frozen. */
  held: number;
}

export const NOT_YET: LiveStatus = { state: 'hidden', since: 0, gap: null, held: 0 };

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
  /** How things are behind a frozen page. */
  #behind: LiveStatus = NOT_YET;
  #frozen = false;
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

  /** Lets nothing on the page move until `thaw`; changes are counted meanwhile. */
  freeze(): void {
    if (this.#frozen) return;
    this.#frozen = true;
    this.#behind = this.#status;
    this.#show({ state: 'frozen', since: Date.now(), gap: null, held: 0 });
  }

  /** Shows how things are now, and moves on with them. */
  thaw(): void {
    if (!this.#frozen) return;
    this.#frozen = false;
    this.#show(this.#behind);
    this.#onTopics(['*']);
  }

  readonly #followVisibility = (): void => {
    window.clearTimeout(this.#timer);
    if (document.visibilityState === 'visible') {
      if (!this.#source) this.#open();
      return;
    }
    this.#timer = window.setTimeout(() => {
      this.#close();
      this.#become('hidden');
    }, HIDDEN_GRACE_MS);
  };

  #open(): void {
    const source = new EventSource('/api/events');
    this.#source = source;
    source.addEventListener('hello', (event) => {
      this.#become(stateOf(event.data), 'database');
      if (!this.#frozen) this.#onTopics(['*']);
    });
    source.addEventListener('state', (event) => this.#become(stateOf(event.data), 'database'));
    source.addEventListener('topics', (event) => this.#hear(topicsOf(event.data)));
    source.addEventListener('end', () => {
      this.#close();
      signInAgain();
    });
    source.addEventListener('error', () => {
      this.#become('reconnecting', 'console');
      if (source.readyState !== EventSource.CLOSED) return;
      // Refused rather than interrupted: the queries find out why (signed out, for one), and we come again.
      this.#close();
      if (!this.#frozen) this.#onTopics(['*']);
      this.#timer = window.setTimeout(this.#followVisibility, RETRY_MS);
    });
  }

  #close(): void {
    window.clearTimeout(this.#timer);
    this.#source?.close();
    this.#source = undefined;
  }

  #hear(topics: readonly string[]): void {
    if (!this.#frozen) this.#onTopics(topics);
    else this.#show({ ...this.#status, held: this.#status.held + topics.length });
  }

  #become(state: 'live' | 'reconnecting' | 'hidden', gap: LiveGap = 'console'): void {
    const known = this.#frozen ? this.#behind : this.#status;
    const status = { state, since: Date.now(), gap: state === 'reconnecting' ? gap : null, held: 0 };
    if (status.state === known.state && status.gap === known.gap) return;
    // One outage may change its name; it began when it began.
    if (status.state === known.state) status.since = known.since;
    if (this.#frozen) this.#behind = status;
    else this.#show(status);
  }

  #show(status: LiveStatus): void {
    this.#status = status;
    for (const watcher of this.#watchers) watcher();
  }
}
