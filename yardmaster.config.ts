import { defineConfig } from '@/lib/plugins/define-config';

export default defineConfig({ plugins: [] });
