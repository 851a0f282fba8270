'use client';

import { ErrorFace } from '@/components/ui/error-face';

export default function PageError({
  error,
  reset,
}: {
  error: Error & { digest?: string };
  reset: () => void;
}) {
  return (
    <main style={{ display: 'grid', placeItems: 'center', minHeight: '80dvh' }}>
      <ErrorFace
        title="This page could not be made"
        message="Something it needs failed or could not be reached, such as the database. Nothing was changed; the log of the web process has the whole story."
        requestId={error.digest}
        onRetry={reset}
      />
    </main>
  );
}
