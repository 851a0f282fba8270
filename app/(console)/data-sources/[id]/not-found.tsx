import { NotFoundFace } from '@/components/ui/not-found-face';

export default function DataSourceNotFound() {
  return (
    <NotFoundFace title="Nothing here" back={{ href: '/data-sources', label: 'All data sources' }}>
      The data source or its file was deleted, or the address is not quite right.
    </NotFoundFace>
  );
}
