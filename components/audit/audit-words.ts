/** What somebody did, so that it reads on from a name: "Olga paused the queue". */
const DONE: Record<string, string> = {
  'api_key.create': 'made the API key',
  'api_key.revoke': 'revoked the API key',
  'bulk.cancel': 'cancelled many jobs',
  'bulk.delete': 'deleted many jobs',
  'bulk.retry': 'retried many jobs',
  'data_source.create': 'added the data source',
  'data_source.delete': 'deleted the data source',
  'data_source.edit': 'edited the data source',
  'data_source.sync': 'synced the data source',
  'job.cancel': 'cancelled the job',
  'job.delete': 'deleted the job',
  'job.enqueue': 'started the job',
  'job.retry': 'retried the job',
  'job.run_again': 'ran the job again, as',
  'job.uncancel': 'took back the cancelling of the job',
  'queue.clear': 'cleared the queue',
  'queue.limit': 'limited the queue',
  'queue.pause': 'paused the queue',
  'queue.resume': 'resumed the queue',
  'schedule.create': 'created the schedule',
  'schedule.edit': 'edited the schedule',
  'schedule.end': 'ended the schedule',
  'schedule.pause': 'paused the schedule',
  'schedule.reset': 'reset to code the schedule',
  'schedule.resume': 'resumed the schedule',
  'schedule.run_now': 'ran now the schedule',
  'session.refuse': 'failed to sign in as',
  'session.revoke': 'ended a session of',
  'session.revoke_others': 'ended all other sessions of',
  'session.sign_in': 'signed in',
  'session.sign_out': 'signed out',
  'user.change_password': 'changed the password of',
  'user.change_role': 'changed the role of',
  'user.create': 'made the account of',
  'user.disable': 'disabled the account of',
  'user.enable': 'enabled the account of',
  'user.invite': 'invited',
  'user.issue_password_link': 'made a link for a new password of',
  'user.rename': 'renamed the account of',
  'user.reset_password': 'set a new password, by a link, for',
  'user.withdraw_invitation': 'withdrew the invitation of',
  'view.change': 'changed the view',
  'view.delete': 'deleted the view',
  'view.save': 'saved the view',
  'worker.quiet': 'quieted the worker',
  'worker.resume': 'resumed the worker',
  'worker.stop': 'stopped the worker',
};

/** What somebody did to their own account, which then needs no name. */
const DONE_TO_ONESELF: Record<string, string> = {
  'session.revoke': 'ended another session of their own',
  'session.revoke_others': 'ended all their other sessions',
  'user.change_password': 'changed their password',
  'user.change_role': 'changed their own role',
  'user.create': 'made their account',
  'user.disable': 'disabled their own account',
  'user.issue_password_link': 'made a link for a new password of their own',
  'user.rename': 'renamed their account',
  'user.reset_password': 'set a new password by a link',
};

/** What was done, in words; a verb that only a plugin knows is spelled out. */
export const doneWords = (action: string, toOneself = false): string =>
  (toOneself ? DONE_TO_ONESELF[action] : undefined) ?? DONE[action] ?? spelled(action);

/** An action by itself, as a choice: `queue.pause` is "Queue: pause". */
export function actionLabel(action: string): string {
  const words = spelled(action);
  return words.charAt(0).toUpperCase() + words.slice(1);
}

/** The kind of a target: `data_sources.data_source` is "Data source". */
export function targetLabel(type: string): string {
  const words = (type.split('.').at(-1) ?? type).replaceAll('_', ' ');
  return words.charAt(0).toUpperCase() + words.slice(1);
}

const spelled = (action: string): string => action.replace('.', ': ').replaceAll('_', ' ');
