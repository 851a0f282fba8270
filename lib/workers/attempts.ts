/** How many of a worker's own newest jobs are looked through. */
export const JOBS_LOOKED_AT = 1_000;
/** No index leads from a worker to its earlier attempts: so many of the newest of all workers are looked through. */
export const ATTEMPTS_LOOKED_AT = 5_000;
