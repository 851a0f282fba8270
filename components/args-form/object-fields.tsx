import { NativeSelect, TextInput } from '@mantine/core';
import layout from '@/components/ui/form-layout.module.css';

interface ObjectFieldsProps {
  /** What the plugins here have records of. */
  types: readonly { type: string; label: string }[];
  /** Empty: about no object. */
  type: string;
  id: string;
  error: string | undefined;
  onChange: (change: { objectType?: string; objectId?: string }) => void;
}

/** Which record a job is about. Nothing at all where no plugin has records. */
export function ObjectFields({ types, type, id, error, onChange }: ObjectFieldsProps) {
  if (types.length === 0) return null;
  return (
    <div className={layout.pair}>
      <NativeSelect
        label="About"
        data={[
          { value: '', label: 'No object' },
          ...types.map(({ type, label }) => ({ value: type, label })),
        ]}
        value={type}
        onChange={({ currentTarget }) => onChange({ objectType: currentTarget.value })}
      />
      <TextInput
        label="Id of the object"
        disabled={type === ''}
        error={error}
        value={id}
        onChange={({ currentTarget }) => onChange({ objectId: currentTarget.value })}
      />
    </div>
  );
}
