import type { UseFormReturnType } from '@mantine/form';
import { notifications } from '@mantine/notifications';
import { useQueryClient } from '@tanstack/react-query';
import { useRouter } from 'next/navigation';
import { useState } from 'react';
import { saveDataSourceAction } from '../actions';
import { type FormValues, toInput } from './form-values';

/** Saves what the form holds and leaves for the source's page; what is refused goes to its fields, the rest to `failure`. */
export function useSaveDataSource(form: UseFormReturnType<FormValues>, id: string | undefined) {
  const [busy, setBusy] = useState(false);
  const [failure, setFailure] = useState<string | null>(null);
  const queryClient = useQueryClient();
  const router = useRouter();
  const save = async (values: FormValues): Promise<void> => {
    setBusy(true);
    setFailure(null);
    const result = await saveDataSourceAction(toInput(values, id)).catch(() => null);
    setBusy(false);
    if (!result) {
      setFailure('The console cannot be reached just now. Look whether it was saved before you try again.');
    } else if (!result.ok) {
      form.setErrors(result.error.fields);
      if (Object.keys(result.error.fields).length === 0) setFailure(result.error.message);
    } else {
      notifications.show({ title: `${values.name.trim()} is saved`, message: null });
      await queryClient.invalidateQueries();
      router.push(`/data-sources/${result.data.id}`);
    }
  };
  return { save, busy, failure };
}
