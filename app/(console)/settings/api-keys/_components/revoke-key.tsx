import { Button } from '@mantine/core';
import { useState } from 'react';
import { ConfirmDialog } from '@/components/action/confirm-dialog';
import { useAction } from '@/components/action/use-action';
import { useActor } from '@/components/layout/actor-context';
import type { ApiKeySummary } from '@/lib/api-keys/queries';
import { revokeApiKeyAction } from '../actions';

export function RevokeKey({ apiKey: { id, name } }: { apiKey: ApiKeySummary }) {
  const [asked, setAsked] = useState(false);
  const { run } = useAction(revokeApiKeyAction, {
    done: () => ({ title: `The key ${name} is revoked` }),
    failed: 'Could not revoke the key',
  });
  if (useActor().readOnly) return null;
  return (
    <>
      <Button
        size="compact-sm"
        variant="default"
        aria-label={`Revoke ${name}`}
        onClick={() => setAsked(true)}
      >
        Revoke
      </Button>
      <ConfirmDialog
        opened={asked}
        onClose={() => setAsked(false)}
        title={`Revoke the key ${name}?`}
        verb="Revoke"
        dangerous
        onConfirm={() => run({ id })}
      >
        What uses it is refused from its next request on. It can&apos;t be brought back.
      </ConfirmDialog>
    </>
  );
}
