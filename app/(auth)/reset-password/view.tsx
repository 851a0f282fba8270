'use client';

import { Button, PasswordInput, Stack, Text, Title } from '@mantine/core';
import { PASSWORD_MIN } from '@/lib/auth/password-length';
import { AuthForm } from '../auth-form';
import { resetPasswordAction } from './actions';

export function ResetPasswordView({ token, email }: { token: string; email: string }) {
  return (
    <AuthForm action={resetPasswordAction} next="/">
      {({ fields, busy }) => (
        <Stack>
          <div>
            <Title order={1} size="h3">
              Set a new password
            </Title>
            <Text c="dimmed" size="sm">
              For {email}. Sessions that are open elsewhere end.
            </Text>
          </div>
          <input type="hidden" name="token" value={token} />
          <PasswordInput
            name="password"
            visibilityToggleButtonProps={{ 'aria-label': 'Show what is typed' }}
            label="New password"
            description={`At least ${PASSWORD_MIN} characters.`}
            autoComplete="new-password"
            minLength={PASSWORD_MIN}
            required
            withAsterisk={false}
            autoFocus
            error={fields.password}
          />
          <Button type="submit" fullWidth loading={busy}>
            Set the password
          </Button>
        </Stack>
      )}
    </AuthForm>
  );
}
