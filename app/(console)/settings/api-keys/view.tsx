'use client';

import { Button } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { useActor } from '@/components/layout/actor-context';
import { PageHeader } from '@/components/layout/page-header';
import { Section } from '@/components/layout/section';
import { EmptyFace } from '@/components/ui/empty-face';
import { Region } from '@/components/ui/region';
import { SkeletonRows } from '@/components/ui/skeleton-rows';
import { apiKeysOptions } from '@/lib/api-keys/query-options';
import type { Role } from '@/lib/db/generated/enums';
import { ApiKeyTable } from './_components/api-key-table';
import { NewKeyDialog } from './_components/new-key-dialog';

/** `roles`: those that a key of one's own may have. */
export function ApiKeysView({ roles }: { roles: readonly Role[] }) {
  const query = useQuery(apiKeysOptions());
  const [making, setMaking] = useState(false);
  const { readOnly } = useActor();
  const button = readOnly ? null : <Button onClick={() => setMaking(true)}>New key…</Button>;
  return (
    <>
      <PageHeader title="API keys" actions={button} />
      <Region query={query} what="the API keys" skeleton={<SkeletonRows rows={4} />}>
        {(keys) => {
          const own = keys.filter((key) => key.own);
          const others = keys.filter((key) => !key.own);
          return (
            <>
              {own.length > 0 ? (
                <ApiKeyTable label="Your keys" keys={own} />
              ) : (
                <EmptyFace title="You have no API keys">
                  With a key a program acts as you, with your role or a lesser one. It is shown once; only its
                  hash is kept.
                </EmptyFace>
              )}
              {others.length > 0 ? (
                <Section title="Keys of others" note={others.length}>
                  <ApiKeyTable label="Keys of others" keys={others} withOwner />
                </Section>
              ) : null}
            </>
          );
        }}
      </Region>
      <NewKeyDialog opened={making} roles={roles} onClose={() => setMaking(false)} />
    </>
  );
}
