import { Button, Group, NumberInput, Text } from '@mantine/core';
import { isAllowed } from '@shared/contract/permissions';
import type { HoldRules as Rules } from '@shared/domain/allocation';
import { useState } from 'react';
import { useAsk, useTell } from '../../lib/ask';
import { useCounter } from '../../lib/counter';
import { useWords } from '../../lib/i18n';
import { ErrorNotice } from '../../ui/error-notice';
import { Section } from '../../ui/section';
import { toast } from '../../ui/toast';

/** How long an offered piece is usually kept: the manager's number. */
export function HoldRules() {
  const { t } = useWords();
  const settings = useAsk('shop.settings', {}, ['settings']);
  return (
    <Section title={t('allocations.hold.usual')}>
      <Text size="sm" c="dimmed" mb="sm">
        {t('allocations.hold.usualWhy')}
      </Text>
      <ErrorNotice error={settings.error} />
      {settings.data && <Form key={settings.data.holdRules.usualDays} kept={settings.data.holdRules} />}
    </Section>
  );
}

function Form({ kept }: { readonly kept: Rules }) {
  const { t } = useWords();
  const { staff } = useCounter();
  const [usualDays, setDays] = useState(kept.usualDays);
  const save = useTell('shop.saveSettings');
  const mayChange = isAllowed(staff.role, 'allocations.criteria');
  return (
    <form
      onSubmit={(event) => {
        event.preventDefault();
        save.mutate(
          { holdRules: { usualDays } },
          { onSuccess: () => toast(t('allocations.hold.usualSaved')) },
        );
      }}
    >
      <Group align="flex-end">
        <NumberInput
          w={220}
          label={t('allocations.hold.usualDays')}
          value={usualDays}
          min={1}
          max={60}
          clampBehavior="strict"
          allowDecimal={false}
          hideControls
          readOnly={!mayChange}
          onChange={(typed) => setDays(Number(typed) || 1)}
        />
        {mayChange && (
          <Button type="submit" disabled={usualDays === kept.usualDays} loading={save.isPending}>
            {t('allocations.hold.save')}
          </Button>
        )}
      </Group>
      <ErrorNotice error={save.error} />
    </form>
  );
}
