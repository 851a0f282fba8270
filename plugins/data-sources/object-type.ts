/** The object type of a data source, as jobs and schedules name it. */
export const DATA_SOURCE = 'data_sources.data_source';
