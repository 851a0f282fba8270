'use client';

import { ErrorFace } from '@/components/ui/error-face';

export default function ConsoleError({
  error,
  reset,
}: {
  error: Error & { digest?: string };
  reset: () => void;
}) {
  return (
    <ErrorFace
      title="This page could not be made"
      message="Something it needs failed or could not be reached, such as the database. Nothing was changed; the log of the web process has the whole story."
      requestId={error.digest}
      onRetry={reset}
    />
  );
}
