import { Button, NumberInput, Stack, Text } from '@mantine/core';
import type { OversightRules } from '@shared/domain/oversight';
import { useState } from 'react';
import { useAsk, useTell } from '../../lib/ask';
import { useWords } from '../../lib/i18n';
import { ErrorNotice } from '../../ui/error-notice';
import { Section } from '../../ui/section';
import { toast } from '../../ui/toast';

const fields = [
  { name: 'differentRecords', min: 2, max: 1000 },
  { name: 'windowMinutes', min: 5, max: 1440 },
  { name: 'discountPercent', min: 0, max: 100 },
] as const;

/** The numbers behind the list. */
export function ReviewRules() {
  const { t } = useWords();
  const settings = useAsk('shop.settings', {}, ['settings']);
  return (
    <Section title={t('oversight.rules')}>
      <Text size="sm" c="dimmed" mb="sm">
        {t('oversight.rulesWhy')}
      </Text>
      <ErrorNotice error={settings.error} />
      {settings.data && (
        <Form key={JSON.stringify(settings.data.oversightRules)} kept={settings.data.oversightRules} />
      )}
    </Section>
  );
}

function Form({ kept }: { readonly kept: OversightRules }) {
  const { t } = useWords();
  const [rules, setRules] = useState(kept);
  const save = useTell('shop.saveSettings');
  const isChanged = JSON.stringify(rules) !== JSON.stringify(kept);
  return (
    <form
      onSubmit={(event) => {
        event.preventDefault();
        save.mutate({ oversightRules: rules }, { onSuccess: () => toast(t('oversight.rulesSaved')) });
      }}
    >
      <Stack gap="sm">
        {fields.map(({ name, min, max }) => (
          <NumberInput
            key={name}
            label={t(`oversight.${name}`)}
            value={rules[name]}
            min={min}
            max={max}
            clampBehavior="strict"
            allowDecimal={false}
            hideControls
            onChange={(typed) => setRules({ ...rules, [name]: Number(typed) || min })}
          />
        ))}
        <ErrorNotice error={save.error} />
        <Button type="submit" w="fit-content" disabled={!isChanged} loading={save.isPending}>
          {t('common.save')}
        </Button>
      </Stack>
    </form>
  );
}
