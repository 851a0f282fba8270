import { NotFoundFace } from '@/components/ui/not-found-face';

export default function BulkNotFound() {
  return (
    <NotFoundFace
      title="There is no such bulk operation"
      back={{ href: '/jobs/bulk', label: 'To all bulk operations' }}
    >
      Retention removed it, or the address is mistyped.
    </NotFoundFace>
  );
}
