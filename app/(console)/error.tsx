'use client';

import { useRouter } from 'next/navigation';
import { startTransition, useEffect, useEffectEvent, useRef } from 'react';
import { ErrorFace } from '@/components/ui/error-face';
import { useLive } from '@/lib/web/live';

/** A page that could not be made. It is made again by itself once what was out of reach is back. */
export default function ConsoleError(props: { error: Error & { digest?: string }; reset: () => void }) {
  const { error, reset } = props;
  const router = useRouter();
  const again = () =>
    startTransition(() => {
      router.refresh();
      reset();
    });
  const { state } = useLive();
  const wasAway = useRef(false);
  const onBack = useEffectEvent(again);
  useEffect(() => {
    if (state === 'reconnecting') wasAway.current = true;
    if (state !== 'live' || !wasAway.current) return;
    wasAway.current = false;
    onBack();
  }, [state]);
  return (
    <ErrorFace
      title="This page could not be made"
      message="Something it needs failed or could not be reached, such as the database. Nothing was changed; the log of the web process has the whole story."
      requestId={error.digest}
      onRetry={again}
    />
  );
}
