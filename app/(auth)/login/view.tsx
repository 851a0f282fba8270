'use client';

import { Button, PasswordInput, Stack, TextInput, Title } from '@mantine/core';
import { AuthForm } from '../auth-form';
import { logInAction } from './actions';

export function LoginView({ next }: { next: string }) {
  return (
    <AuthForm action={logInAction} next={next}>
      {({ fields, values, busy }) => (
        <Stack>
          <Title order={1} size="h3">
            Sign in to Yardmaster
          </Title>
          <TextInput
            name="email"
            type="email"
            label="Email"
            autoComplete="username"
            required
            withAsterisk={false}
            autoFocus
            defaultValue={values.email}
            error={fields.email}
          />
          <PasswordInput
            name="password"
            visibilityToggleButtonProps={{ 'aria-label': 'Show what is typed' }}
            label="Password"
            autoComplete="current-password"
            required
            withAsterisk={false}
            error={fields.password}
          />
          <Button type="submit" fullWidth loading={busy}>
            Sign in
          </Button>
        </Stack>
      )}
    </AuthForm>
  );
}
