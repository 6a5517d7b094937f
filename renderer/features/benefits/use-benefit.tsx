import { Alert, Button, Checkbox, Group, Stack, Text, TextInput } from '@mantine/core';
import type { ItemBenefit } from '@shared/contract/benefits';
import { benefitName } from '@shared/domain/benefits';
import { civilDateOf, formatDate } from '@shared/domain/dates';
import { useState } from 'react';
import { useTell } from '../../lib/ask';
import { call } from '../../lib/call';
import { useCounter } from '../../lib/counter';
import { useWords } from '../../lib/i18n';
import { Dialog } from '../../ui/dialog';
import { FormEnd } from '../../ui/form-end';
import { toast, toastError } from '../../ui/toast';
import { toastUndo } from '../../ui/toast-undo';
import classes from './benefits.module.css';

interface UseBenefitProps {
  readonly itemId: string;
  readonly benefit: ItemBenefit;
  readonly onClose: () => void;
}

/** Records that a benefit was given: when, that the customer asked where it needs that, and why where none was left. */
export function UseBenefit({ itemId, benefit, onClose }: UseBenefitProps) {
  const { t, language } = useWords();
  const { shop } = useCounter();
  const today = civilDateOf(Date.now(), shop.timeZone);
  const use = useTell('benefits.use');
  const [usedOn, setUsedOn] = useState(today);
  const [isRequested, setRequested] = useState(false);
  const [reason, setReason] = useState('');
  const name = benefitName(benefit.names, language);
  const isUsedUp = benefit.left === 0;
  const save = () =>
    use.mutate(
      { itemId, benefitId: benefit.benefitId, usedOn, isRequested, reason },
      {
        onSuccess: ({ useId }) => {
          onClose();
          toastUndo(t('benefits.saved', { name }), t('common.undo'), () => takeBack(useId).catch(toastError));
        },
      },
    );
  return (
    <Dialog title={t('benefits.usedTitle', { name })} isOpen onClose={onClose}>
      <form
        onSubmit={(event) => {
          event.preventDefault();
          save();
        }}
      >
        <Stack gap="md">
          <TextInput
            data-autofocus
            required
            type="date"
            label={t('benefits.usedOn')}
            value={usedOn}
            max={today}
            onChange={({ currentTarget }) => setUsedOn(currentTarget.value)}
          />
          {benefit.isOnRequest && (
            <Checkbox
              required
              label={t('benefits.requested')}
              description={t('benefits.requestedWhy')}
              checked={isRequested}
              onChange={({ currentTarget }) => setRequested(currentTarget.checked)}
            />
          )}
          {isUsedUp && (
            <Alert variant="outline" color="yellow">
              {t('benefits.usedUp')}
            </Alert>
          )}
          {(isUsedUp || use.error?.code === 'BENEFIT_USED_UP') && (
            <TextInput
              required
              label={t('benefits.reason')}
              value={reason}
              maxLength={300}
              onChange={({ currentTarget }) => setReason(currentTarget.value)}
            />
          )}
          <Given benefit={benefit} onTakenBack={onClose} />
          <FormEnd
            error={use.error}
            isPending={use.isPending}
            submit={t('benefits.save')}
            onCancel={onClose}
          />
        </Stack>
      </form>
    </Dialog>
  );
}

/** What was given this year already, each with a way to take it back. */
function Given({ benefit, onTakenBack }: { benefit: ItemBenefit; onTakenBack: () => void }) {
  const { t, language } = useWords();
  const undo = (useId: string) =>
    takeBack(useId).then(() => {
      toast(t('benefits.takenBack'));
      onTakenBack();
    }, toastError);
  if (benefit.uses.length === 0) return null;
  return (
    <div>
      <Text size="sm" fw={600}>
        {t('benefits.uses')}
      </Text>
      <ul className={classes.list} aria-label={t('benefits.uses')}>
        {benefit.uses.map((use) => (
          <li key={use.id} className={classes.line}>
            <Text size="sm">
              {t('benefits.useLine', { date: formatDate(use.usedOn, language), who: use.by })}
              {use.reason && ` · ${use.reason}`}
            </Text>
            <Group gap={0}>
              <Button variant="subtle" onClick={() => void undo(use.id)}>
                {t('benefits.takeBack')}
              </Button>
            </Group>
          </li>
        ))}
      </ul>
    </div>
  );
}

const takeBack = (useId: string) => call('benefits.undoUse', { useId });
