'use client';

import { Button, PasswordInput, Stack, Text, TextInput, Title } from '@mantine/core';
import { PASSWORD_MIN } from '@/lib/auth/password-length';
import { AuthForm } from '../auth-form';
import { acceptInvitationAction } from './actions';

export function InviteView({ token, email }: { token: string; email: string }) {
  return (
    <AuthForm action={acceptInvitationAction} next="/">
      {({ fields, values, busy }) => (
        <Stack>
          <div>
            <Title order={1} size="h3">
              Welcome to Yardmaster
            </Title>
            <Text c="dimmed" size="sm">
              You were invited as {email}. You sign in with this address from now on.
            </Text>
          </div>
          <input type="hidden" name="token" value={token} />
          <TextInput
            name="name"
            label="Name"
            description="Shown next to what you do, such as a job you cancelled."
            autoComplete="name"
            required
            withAsterisk={false}
            autoFocus
            defaultValue={values.name}
            error={fields.name}
          />
          <PasswordInput
            name="password"
            visibilityToggleButtonProps={{ 'aria-label': 'Show what is typed' }}
            label="Password"
            description={`At least ${PASSWORD_MIN} characters.`}
            autoComplete="new-password"
            minLength={PASSWORD_MIN}
            required
            withAsterisk={false}
            error={fields.password}
          />
          <Button type="submit" fullWidth loading={busy}>
            Create my account
          </Button>
        </Stack>
      )}
    </AuthForm>
  );
}
