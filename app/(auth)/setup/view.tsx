'use client';

import { Button, PasswordInput, Stack, Text, TextInput, Title } from '@mantine/core';
import { PASSWORD_MIN } from '@/lib/auth/password-length';
import { AuthForm } from '../auth-form';
import { setUpAction } from './actions';

export function SetupView({ token }: { token: string }) {
  return (
    <AuthForm action={setUpAction} next="/">
      {({ fields, values, busy }) => (
        <Stack>
          <div>
            <Title order={1} size="h3">
              Set up Yardmaster
            </Title>
            <Text c="dimmed" size="sm">
              Make the first administrator. Others can be added later.
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
          <TextInput
            name="email"
            type="email"
            label="Email"
            autoComplete="username"
            required
            withAsterisk={false}
            defaultValue={values.email}
            error={fields.email}
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
            Create administrator
          </Button>
        </Stack>
      )}
    </AuthForm>
  );
}
