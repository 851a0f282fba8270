import { type Invariant, MOST_ROWS, type Row } from '../invariant';

/** How many messages of each queue are read. */
const HEAD = 1_000;

/** DESIGN.md 6.1. A job deleted after its dispatch leaves its message behind, which a worker drops. */
export const messageHasRow: Invariant = {
  name: 'message-has-row',
  describe: 'A message stands for a row; one that does not is dropped by the worker that takes it.',
  level: 'info',
  async find({ sql, transports }) {
    const found: Row[] = [];
    for (const transport of transports) {
      const { messages, strange } = await transport.held(HEAD);
      found.push(...strange.map((id): Row => ({ id, queue: transport.queue, problem: 'none of ours' })));
      const orphans = await sql<{ id: string; no: number }>(
        `SELECT m.id, m.no FROM unnest($1::uuid[], $2::int[]) AS m(id, no)
         WHERE NOT EXISTS (SELECT 1 FROM job j WHERE j.id = m.id)`,
        [messages.map(({ jobId }) => jobId), messages.map(({ dispatchNo }) => dispatchNo)],
      );
      found.push(
        ...orphans.map(
          ({ id, no }): Row => ({ id, queue: transport.queue, dispatchNo: no, problem: 'no row' }),
        ),
      );
    }
    return found.slice(0, MOST_ROWS);
  },
};
