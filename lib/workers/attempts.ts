/** No index leads from a worker to its attempts: it would cost every job. So the newest of all are looked through. */
export const ATTEMPTS_LOOKED_AT = 5_000;
