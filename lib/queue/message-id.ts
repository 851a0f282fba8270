import type { Message } from '@/lib/jobs/store/claimed-job';

/** A message's id holds all that it says: the job and the number of this dispatch. */
export const messageId = ({ jobId, dispatchNo }: Message): string => `${jobId}-${dispatchNo}`;

const FORM = /^([0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12})-(\d{1,9})$/;

/** The message that an id stands for; null when the id is none of ours. */
export function parseMessageId(id: string): Message | null {
  const [, jobId, dispatchNo] = FORM.exec(id) ?? [];
  return jobId ? { jobId, dispatchNo: Number(dispatchNo) } : null;
}
