/** Where the parts of a field stand: what explains it below it. */
export const BELOW = ['label', 'input', 'description', 'error'] as const;

export const zoneWords = {
  label: 'Time zone',
  description: "Type to search. It keeps to this zone's clocks.",
};

export interface ZoneFieldProps {
  value: string;
  error: string | undefined;
  onChange: (timeZone: string) => void;
}
