import { createHash } from 'node:crypto';
import type { Message } from '@/lib/jobs/store/claimed-job';

/** What the transport carries under one id: one message, or several of a deep backlog, in the order of their jobs. */
export interface Bundle {
  readonly id: string;
  readonly messages: readonly Message[];
}

const MOST = 64;
/** So many bundles at least are made of a backlog, before any holds two messages: enough for every worker to get its share. */
const SPREAD = 64;

/** How many messages a bundle should hold where `jobs` are dispatched: 1 unless there are so many that nobody waits for it. */
export const bundleSize = (jobs: number): number => Math.min(MOST, Math.max(1, Math.floor(jobs / SPREAD)));

/** A message's own id holds all that it says: the job and the number of this dispatch. */
export const messageId = ({ jobId, dispatchNo }: Message): string => `${jobId}-${dispatchNo}`;

/** Puts messages into bundles of `size`. The same messages make the same id, so that adding them again changes nothing. */
export function bundled(messages: readonly Message[], size = 1): Bundle[] {
  const bundles: Bundle[] = [];
  for (let start = 0; start < messages.length; start += size) {
    const part = messages.slice(start, start + size);
    bundles.push({ id: idOf(part), messages: part });
  }
  return bundles;
}

function idOf(messages: readonly Message[]): string {
  const [first] = messages;
  const own = first ? messageId(first) : '';
  if (messages.length < 2) return own;
  return `${own}+${createHash('sha1').update(dataOf(messages)).digest('hex').slice(0, 12)}`;
}

const dataOf = (messages: readonly Message[]): string => messages.map(messageId).join();

/** What is stored beside the id: nothing where the id says it all. */
export const contentOf = ({ messages }: Bundle): string | 0 => (messages.length < 2 ? 0 : dataOf(messages));

const MESSAGE = /^([0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12})-(\d{1,9})$/;

/** The bundle that an id and its content stand for; null when it is none of ours. */
export function parseBundle(id: string, content: unknown): Bundle | null {
  const texts = typeof content === 'string' ? content.split(',') : [id];
  const messages = texts.map(parseMessage);
  if (!messages.every((message) => message !== null)) return null;
  return { id, messages };
}

function parseMessage(text: string): Message | null {
  const [, jobId, dispatchNo] = MESSAGE.exec(text) ?? [];
  return jobId ? { jobId, dispatchNo: Number(dispatchNo) } : null;
}
