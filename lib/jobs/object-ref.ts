/** The record a job is about: a registered object type and the record's id. */
export interface ObjectRef {
  readonly type: string;
  readonly id: string;
}

/** Names a record, such as `objectRef('my_plugin.site', site.id)`. Numbers become their decimal text. */
export function objectRef(type: string, id: string | number | bigint): ObjectRef {
  return { type, id: String(id) };
}
