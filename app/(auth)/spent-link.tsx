import { Anchor, Text, Title } from '@mantine/core';

/** The page of a one-time link that was used, replaced or has expired. */
export function SpentLink() {
  return (
    <>
      <Title order={1} size="h3" mb="xs">
        This link no longer works
      </Title>
      <Text c="dimmed" mb="md">
        It was used or replaced, or it has expired. Ask an administrator for a new one.
      </Text>
      <Anchor href="/login">Sign in</Anchor>
    </>
  );
}
