import type { Invariant } from './invariant';
import { activeScheduleIsArmed } from './invariants/active-schedule-is-armed';
import { attemptsAgree } from './invariants/attempts-agree';
import { dueIsNotOverlooked } from './invariants/due-is-not-overlooked';
import { endedHasTime } from './invariants/ended-has-time';
import { endedScheduleRests } from './invariants/ended-schedule-rests';
import { guardsStand } from './invariants/guards';
import { logBelongsToAttempt } from './invariants/log-belongs-to-attempt';
import { messageHasRow } from './invariants/message-has-row';
import { oneArmedOccurrence } from './invariants/one-armed-occurrence';
import { oneLiveJobAKey } from './invariants/one-live-job-a-key';
import { oneRowAnOccurrence } from './invariants/one-row-an-occurrence';
import { pausedQueueStartsNothing } from './invariants/paused-queue-starts-nothing';
import { pendingHasMessage } from './invariants/pending-has-message';
import { runningHasLiveWorker } from './invariants/running-has-live-worker';

/** Everything the doctor looks at, in the order in which it mends: what owns a row before what depends on it. */
export const invariants: readonly Invariant[] = [
  guardsStand,
  endedHasTime,
  runningHasLiveWorker,
  oneLiveJobAKey,
  endedScheduleRests,
  oneRowAnOccurrence,
  oneArmedOccurrence,
  activeScheduleIsArmed,
  dueIsNotOverlooked,
  attemptsAgree,
  logBelongsToAttempt,
  pausedQueueStartsNothing,
  pendingHasMessage,
  messageHasRow,
];
