import { diagnose } from '@/lib/system/diagnosis';
import { defineRoute } from '@/lib/web/route';

export const GET = defineRoute({ permission: 'users.write', run: () => diagnose() });
