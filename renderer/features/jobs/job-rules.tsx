import { Button, NumberInput, Stack } from '@mantine/core';
import type { JobRules } from '@shared/domain/service-jobs';
import { useState } from 'react';
import { useAsk, useTell } from '../../lib/ask';
import { useWords } from '../../lib/i18n';
import { Dialog } from '../../ui/dialog';
import { ErrorNotice } from '../../ui/error-notice';
import { FormEnd } from '../../ui/form-end';
import { toast } from '../../ui/toast';

const ranges = {
  warrantyMonths: [0, 60],
  estimateDays: [1, 90],
  readyDays: [1, 60],
  answerDays: [7, 365],
} as const satisfies Record<keyof JobRules, readonly [number, number]>;
const names = Object.keys(ranges) as (keyof JobRules)[];

/** What the manager decides about repairs: warranty, and after how many days somebody must ask again. */
export function JobRulesButton() {
  const { t } = useWords();
  const [isOpen, setOpen] = useState(false);
  const settings = useAsk('shop.settings', {}, ['settings'], { enabled: isOpen });
  return (
    <>
      <Button variant="default" onClick={() => setOpen(true)}>
        {t('jobs.rules')}
      </Button>
      <Dialog title={t('jobs.rulesTitle')} isOpen={isOpen} onClose={() => setOpen(false)}>
        <ErrorNotice error={settings.error} onRetry={() => void settings.refetch()} />
        {settings.data && <RulesForm rules={settings.data.jobRules} onClose={() => setOpen(false)} />}
      </Dialog>
    </>
  );
}

function RulesForm({ rules, onClose }: { readonly rules: JobRules; readonly onClose: () => void }) {
  const { t } = useWords();
  const save = useTell('shop.saveSettings');
  const [values, setValues] = useState(rules);
  return (
    <form
      onSubmit={(event) => {
        event.preventDefault();
        save.mutate(
          { jobRules: values },
          {
            onSuccess: () => {
              toast(t('jobs.rulesSaved'));
              onClose();
            },
          },
        );
      }}
    >
      <Stack gap="md">
        {names.map((name) => (
          <NumberInput
            key={name}
            label={t(`jobs.rule.${name}`)}
            min={ranges[name][0]}
            max={ranges[name][1]}
            allowDecimal={false}
            value={values[name]}
            onChange={(value) => setValues({ ...values, [name]: Number(value) })}
          />
        ))}
        <FormEnd error={save.error} isPending={save.isPending} submit={t('common.save')} onCancel={onClose} />
      </Stack>
    </form>
  );
}
