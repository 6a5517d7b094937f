import { Button, Group, Select, Stack, Text, Textarea, TextInput } from '@mantine/core';
import type { ResaleFlag } from '@shared/contract/interests';
import { isAllowed } from '@shared/contract/permissions';
import { civilDateOf } from '@shared/domain/dates';
import { useState } from 'react';
import { useAsk, useTell } from '../../lib/ask';
import { useCounter } from '../../lib/counter';
import { type Draft, useDraft, useDraftValues } from '../../lib/drafts';
import { useWords } from '../../lib/i18n';
import { Dialog } from '../../ui/dialog';
import { FormEnd } from '../../ui/form-end';
import { ReasonDialog } from '../../ui/reason-dialog';
import { toast } from '../../ui/toast';
import { useInterestWords } from './interest-words';
import classes from './interests.module.css';

/** Flags on this customer, those taken back too: both halves of what was said. */
export function ResaleFlags({ flags }: { readonly flags: readonly ResaleFlag[] }) {
  const { t } = useWords();
  if (flags.length === 0) return null;
  return (
    <>
      <Text size="sm" fw={600} mt="sm">
        {t('interests.flags.title')}
      </Text>
      <ul className={classes.list}>
        {flags.map((flag) => (
          <FlagLine key={flag.id} flag={flag} />
        ))}
      </ul>
    </>
  );
}

function FlagLine({ flag }: { readonly flag: ResaleFlag }) {
  const { t } = useWords();
  const words = useInterestWords();
  const { staff } = useCounter();
  const [isTakingBack, setTakingBack] = useState(false);
  const takeBack = useTell('interests.withdrawFlag');
  const by = (name: string, at: number) => t('interests.flags.by', { name, date: words.when(at) });
  return (
    <li className={classes.interest}>
      <div>
        <Text className={classes.said}>
          {t('interests.flags.line', { date: words.day(flag.seenOn), evidence: flag.evidence })}
        </Text>
        <Text size="sm" c="dimmed">
          {[flag.item?.name, by(flag.by.name, flag.at)].filter(Boolean).join(' · ')}
        </Text>
        {flag.withdrawn && (
          <Text size="sm">
            {t('interests.flags.takenBack', { reason: flag.withdrawn.reason })}{' '}
            <Text span size="sm" c="dimmed">
              {by(flag.withdrawn.by.name, flag.withdrawn.at)}
            </Text>
          </Text>
        )}
      </div>
      {!flag.withdrawn && isAllowed(staff.role, 'interests.write') && (
        <Button variant="default" onClick={() => setTakingBack(true)}>
          {t('interests.flags.withdraw')}
        </Button>
      )}
      {isTakingBack && (
        <ReasonDialog
          title={t('interests.flags.withdraw')}
          hint={t('interests.flags.withdrawHint')}
          label={t('interests.why')}
          submit={t('interests.flags.withdraw')}
          error={takeBack.error}
          isPending={takeBack.isPending}
          onClose={() => setTakingBack(false)}
          onSave={(reason) =>
            takeBack.mutate(
              { flagId: flag.id, reason },
              {
                onSuccess: () => {
                  setTakingBack(false);
                  toast(t('interests.flags.withdrawn'));
                },
              },
            )
          }
        />
      )}
    </li>
  );
}

interface FlagFormProps {
  readonly customerId: string;
  readonly onClose: () => void;
}

interface Values {
  readonly itemId: string | null;
  readonly seenOn: string;
  readonly evidence: string;
}

/** What was seen, where and when: evidence, not suspicion. */
export function ResaleFlagForm({ customerId, onClose }: FlagFormProps) {
  const { t } = useWords();
  const { shop } = useCounter();
  const draft = useDraft<Values>('interests.resale', customerId, {
    itemId: null,
    seenOn: civilDateOf(Date.now(), shop.timeZone),
    evidence: '',
  });
  return (
    <Dialog title={t('interests.flags.add')} isOpen onClose={onClose}>
      {draft.start && <Fields customerId={customerId} onClose={onClose} draft={draft} start={draft.start} />}
    </Dialog>
  );
}

interface FieldsProps extends FlagFormProps {
  readonly draft: Draft<Values>;
  readonly start: Values;
}

function Fields({ customerId, onClose, draft, start }: FieldsProps) {
  const { t } = useWords();
  const { shop } = useCounter();
  const [values, change] = useDraftValues(draft, start);
  const items = useAsk('items.forCustomer', { customerId }, ['items']);
  const flag = useTell('interests.flagResale');
  return (
    <form
      onSubmit={(event) => {
        event.preventDefault();
        flag.mutate(
          { customerId, ...values },
          {
            onSuccess: () => {
              draft.clear();
              toast(t('interests.flags.saved'));
              onClose();
            },
          },
        );
      }}
    >
      <Stack gap="md">
        <Text size="sm" c="dimmed">
          {t('interests.flags.hint')}
        </Text>
        <Textarea
          data-autofocus
          required
          label={t('interests.flags.evidence')}
          description={t('interests.flags.evidenceHint')}
          value={values.evidence}
          maxLength={1000}
          autosize
          minRows={2}
          onChange={(event) => change({ evidence: event.currentTarget.value })}
        />
        <Group grow align="flex-start">
          <TextInput
            type="date"
            required
            label={t('interests.flags.seenOn')}
            max={civilDateOf(Date.now(), shop.timeZone)}
            value={values.seenOn}
            onChange={(event) => change({ seenOn: event.currentTarget.value })}
          />
          <Select
            clearable
            label={t('interests.flags.item')}
            value={values.itemId}
            data={(items.data ?? []).map(({ id, description, serial }) => ({
              value: id,
              label: [description, serial].filter(Boolean).join(' · '),
            }))}
            onChange={(itemId) => change({ itemId })}
          />
        </Group>
        <FormEnd
          error={flag.error}
          isPending={flag.isPending}
          submit={t('interests.flags.save')}
          onCancel={onClose}
          isRestored={draft.isRestored}
        />
      </Stack>
    </form>
  );
}
