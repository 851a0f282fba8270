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
    <ErrorFace
      title="This page could not be made"
      message="Something went wrong on the way. Nothing was changed by it; the log of the web process has the whole story."
      requestId={error.digest}
      onRetry={reset}
    />
  );
}
