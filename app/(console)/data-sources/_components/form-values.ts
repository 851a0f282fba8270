import { INTERVAL_PRESETS } from '@/lib/schedules/interval-presets';
import type { DataSourceDetail } from '@/plugins/data-sources/queries';
import type { SourceTypeDescription } from '@/plugins/data-sources/type-descriptions';

export const NO_INTERVAL = 'off';
export const CUSTOM_INTERVAL = 'custom';

export type ParameterValue = string | number | boolean;

/** What the form holds; `toInput` makes of it what the command takes. */
export interface FormValues {
  name: string;
  type: string;
  url: string;
  parameters: Record<string, ParameterValue>;
  clearSecrets: string[];
  enabled: boolean;
  /** `off`, `custom` or the minutes of a preset. */
  interval: string;
  customMinutes: number;
  ignoreRules: string;
  description: string;
}

/** The form's start: of an existing source, or of a new one of the first type. */
export function startValues(
  types: readonly SourceTypeDescription[],
  source: DataSourceDetail | null,
): FormValues {
  const type = source ? types.find(({ key }) => key === source.type) : types[0];
  const minutes = source?.syncIntervalMinutes ?? null;
  return {
    name: source?.name ?? '',
    type: source?.type ?? type?.key ?? '',
    url: source?.url ?? '',
    parameters: {
      ...startParameters(type),
      ...(source?.parameters as Record<string, ParameterValue> | undefined),
    },
    clearSecrets: [],
    enabled: source?.enabled ?? true,
    interval: intervalChoice(minutes),
    customMinutes: minutes ?? 30,
    ignoreRules: source?.ignoreRules ?? '',
    description: source?.description ?? '',
  };
}

/** The parameters of a type as they are before anybody typed. */
export function startParameters(type: SourceTypeDescription | undefined): Record<string, ParameterValue> {
  return Object.fromEntries((type?.fields ?? []).map((field) => [field.name, field.default ?? '']));
}

export function toInput({ interval, customMinutes, ...values }: FormValues, id: string | undefined) {
  const custom = interval === CUSTOM_INTERVAL ? customMinutes : Number(interval);
  return { ...values, id, syncIntervalMinutes: interval === NO_INTERVAL ? null : custom };
}

function intervalChoice(minutes: number | null): string {
  if (minutes === null) return NO_INTERVAL;
  return INTERVAL_PRESETS.some((preset) => preset.minutes === minutes) ? String(minutes) : CUSTOM_INTERVAL;
}
