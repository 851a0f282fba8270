import type { Message } from '@/lib/jobs/store/claimed-job';
import type { Feed } from './feed';

/** What came of a message: nothing is left to do, it was not wanted any more, or its job is for a worker that knows its runner. */
export type Worked = 'done' | 'unwanted' | 'unknown_runner';

export interface ConsumerOptions {
  /** In order of priority. */
  feeds: readonly Feed[];
  slots: number;
  /** Claims and runs what a message names, if it is still wanted when its turn comes, in the order of the calls. Never rejects. */
  work(message: Message, wanted: () => boolean): Promise<Worked>;
  /** Adds messages to the head of a queue, each by itself. */
  putBack(queue: string, messages: readonly Message[]): Promise<void>;
  onError(error: unknown): void;
}
