/** Something that the console reads. */
export interface Read {
  /** The page or part of one that shows it, with what was asked for. */
  name: string;
  /** Its route under `/api`. */
  route: string;
  /** How many jobs or log entries it may show: the rows of a page, and whatever a count may say. */
  shows: number;
  /**
   * How many it may look through beside: for what no index answers, such as words. A page says where it stopped. Absent: an
   * index answers.
   */
  looks?: number;
  run(): Promise<unknown>;
}

/** The rows of a page and the one behind it, which tells that there are more. */
export const PAGE = 51;
