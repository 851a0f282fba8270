import { defineConfig } from '@/lib/plugins/define-config';
import CorePlugin from '@/plugins/core';
import DataSourcesPlugin from '@/plugins/data-sources';

export default defineConfig({ plugins: [CorePlugin, DataSourcesPlugin] });
