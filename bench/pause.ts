/** Waits, or does not even yield for 0. */
export const pauseFor = (ms: number): Promise<void> | undefined =>
  ms > 0 ? new Promise((resolve) => setTimeout(resolve, ms)) : undefined;
