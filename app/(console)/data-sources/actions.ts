'use server';

import { defineAction } from '@/lib/web/action';
import { deleteDataSource } from '@/plugins/data-sources/commands/delete-data-source';
import { saveDataSource } from '@/plugins/data-sources/commands/save-data-source';
import { syncDataSource } from '@/plugins/data-sources/commands/sync-data-source';

export const deleteDataSourceAction = defineAction(deleteDataSource);
export const saveDataSourceAction = defineAction(saveDataSource);
export const syncDataSourceAction = defineAction(syncDataSource);
