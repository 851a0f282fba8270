'use server';

import { changeView } from '@/lib/views/commands/change-view';
import { deleteView } from '@/lib/views/commands/delete-view';
import { saveView } from '@/lib/views/commands/save-view';
import { defineAction } from '@/lib/web/action';

export const saveViewAction = defineAction(saveView);
export const changeViewAction = defineAction(changeView);
export const deleteViewAction = defineAction(deleteView);
