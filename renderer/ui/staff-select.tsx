import { Select } from '@mantine/core';
import type { Role } from '@shared/contract/permissions';
import { useAsk } from '../lib/ask';
import { useWords } from '../lib/i18n';

interface StaffSelectProps {
  readonly label: string;
  readonly value: string | null;
  readonly onChange: (staffId: string) => void;
  /** Not to be offered: whoever has it already. */
  readonly except?: string;
  /** Only people of this role. */
  readonly role?: Role;
}

/** Chooses a colleague who works here now. */
export function StaffSelect({ label, value, onChange, except, role }: StaffSelectProps) {
  const { language } = useWords();
  const staff = useAsk('staff.list', {}, ['staff']);
  const working = (staff.data ?? []).filter(
    (person) => person.isActive && person.id !== except && (!role || person.role === role),
  );
  return (
    <Select
      label={label}
      value={value}
      allowDeselect={false}
      searchable={working.length > 8}
      data={working.map(({ id, name, chineseName }) => ({
        value: id,
        label: (language !== 'en' && chineseName) || name,
      }))}
      onChange={(id) => id && onChange(id)}
    />
  );
}
