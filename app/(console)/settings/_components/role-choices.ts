/** The roles, least first, as forms offer them. */
export const roleChoices = [
  { value: 'viewer', label: 'Viewer' },
  { value: 'operator', label: 'Operator' },
  { value: 'administrator', label: 'Administrator' },
] as const;
