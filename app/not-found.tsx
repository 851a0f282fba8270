import { NotFoundFace } from '@/components/ui/not-found-face';

export default function NotFound() {
  return (
    <main>
      <NotFoundFace title="There is no such page" back={{ href: '/', label: 'To the overview' }}>
        The address may be mistyped, or what it led to was deleted.
      </NotFoundFace>
    </main>
  );
}
