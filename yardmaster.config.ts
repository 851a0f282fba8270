import { defineConfig } from '@/lib/plugins/define-config';
import DataSourcesPlugin from '@/plugins/data-sources';

export default defineConfig({ plugins: [DataSourcesPlugin] });
