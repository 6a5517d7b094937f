import { Checkbox, Group, NumberInput, Radio, Select, Stack, Text, TextInput } from '@mantine/core';
import type { Output } from '@shared/contract';
import type { GiftKind } from '@shared/contract/gifts';
import { civilDateOf } from '@shared/domain/dates';
import { GIFT_HANDINGS, GIFT_OCCASIONS, type GiftHanding, type GiftOccasion } from '@shared/domain/gifts';
import { useAsk, useTell } from '../../lib/ask';
import { call } from '../../lib/call';
import { useCounter } from '../../lib/counter';
import { type Draft, useDraft, useDraftValues } from '../../lib/drafts';
import { useFirstField } from '../../lib/first-field';
import { useWords } from '../../lib/i18n';
import { Dialog } from '../../ui/dialog';
import { ErrorNotice } from '../../ui/error-notice';
import { FormEnd } from '../../ui/form-end';
import { GuidelineHint } from '../../ui/guideline-hint';
import { StaffSelect } from '../../ui/staff-select';
import { toastUndo } from '../../ui/toast-undo';
import { useGiftWords } from './gift-words';
import classes from './gifts.module.css';

interface GiftFormProps {
  readonly customerId: string;
  readonly onClose: () => void;
}

interface Values {
  readonly occasion: GiftOccasion;
  readonly kindId: string;
  readonly quantity: number;
  readonly givenOn: string;
  readonly givenById: string;
  readonly whatFor: string;
  readonly handedOver: GiftHanding;
  readonly isDiscreet: boolean;
  readonly limitReason: string;
}

/** A gift for this customer: the occasion, what would please and why, and what the year has room for. */
export function GiftForm({ customerId, onClose }: GiftFormProps) {
  const { t } = useWords();
  const { staff, shop } = useCounter();
  const draft = useDraft<Values>('gifts.gift', customerId, {
    occasion: 'birthday',
    kindId: '',
    quantity: 1,
    givenOn: civilDateOf(Date.now(), shop.timeZone),
    givenById: staff.id,
    whatFor: '',
    handedOver: 'in-person',
    isDiscreet: false,
    limitReason: '',
  });
  return (
    <Dialog title={t('gifts.new')} isOpen onClose={onClose} size={620}>
      {draft.start && <Fields customerId={customerId} draft={draft} start={draft.start} onClose={onClose} />}
    </Dialog>
  );
}

function Fields({
  customerId,
  draft,
  start,
  onClose,
}: GiftFormProps & { readonly draft: Draft<Values>; readonly start: Values }) {
  const { t } = useWords();
  const words = useGiftWords();
  const { shop } = useCounter();
  const [values, change] = useDraftValues(draft, start);
  const give = useTell('gifts.give');
  const asked = useAsk(
    'gifts.suggest',
    { customerId, occasion: values.occasion, on: values.givenOn || null },
    ['gifts', 'customers', 'vip'],
    { keepPrevious: true },
  );
  const kinds = useAsk('gifts.kinds', {}, ['gifts']);
  const begin = useFirstField<HTMLInputElement>();
  const kind = kinds.data?.find(({ id }) => id === values.kindId);
  const budget = asked.data?.budget;
  const isPast = kind && budget && kind.costMinor * values.quantity > budget.leftMinor;
  const save = () =>
    give.mutate(
      { ...values, customerId, whatFor: values.whatFor || null, limitReason: values.limitReason || null },
      {
        onSuccess: ({ giftId, number }) => {
          draft.clear();
          onClose();
          toastUndo(t('gifts.given', { number }), t('common.undo'), () =>
            call('gifts.takeBack', { giftId, reason: t('common.undo') }),
          );
        },
      },
    );
  return (
    <form
      onSubmit={(event) => {
        event.preventDefault();
        save();
      }}
    >
      <Stack gap="md">
        <Group grow align="flex-start">
          <Select
            ref={begin}
            label={t('gifts.occasion')}
            value={values.occasion}
            allowDeselect={false}
            data={GIFT_OCCASIONS.map((value) => ({ value, label: t(`gifts.occasions.${value}`) }))}
            onChange={(value) => value && change({ occasion: value as GiftOccasion })}
          />
          <TextInput
            type="date"
            required
            label={t('gifts.givenOn')}
            max={civilDateOf(Date.now(), shop.timeZone)}
            value={values.givenOn}
            onChange={(event) => change({ givenOn: event.currentTarget.value })}
          />
        </Group>
        <ErrorNotice error={asked.error ?? kinds.error} />
        {asked.data?.isOwnRecord && <Text c="var(--danger-text)">{t('gifts.ownRecord')}</Text>}
        {asked.data && (
          <Text size="sm" c="dimmed">
            {words.budget(asked.data.budget)}
          </Text>
        )}
        <Suggestions
          suggestions={asked.data?.suggestions ?? null}
          value={values.kindId}
          onChange={(kindId) => change({ kindId })}
        />
        <OtherKinds
          kinds={kinds.data ?? []}
          value={values.kindId}
          onChange={(kindId) => change({ kindId })}
        />
        {isPast && (
          <>
            <Text size="sm" c="var(--danger-text)">
              {t('gifts.pastLimit', { limit: words.cost(budget.limitMinor) })}
            </Text>
            <TextInput
              required
              label={t('gifts.limitReason')}
              value={values.limitReason}
              maxLength={300}
              onChange={(event) => change({ limitReason: event.currentTarget.value })}
            />
          </>
        )}
        <TextInput
          label={t('gifts.whatFor')}
          description={t('gifts.whatForHint')}
          value={values.whatFor}
          maxLength={300}
          onChange={(event) => change({ whatFor: event.currentTarget.value })}
        />
        <Group grow align="flex-start">
          <NumberInput
            label={t('gifts.quantity')}
            value={values.quantity}
            min={1}
            max={100}
            clampBehavior="strict"
            allowDecimal={false}
            onChange={(typed) => change({ quantity: Number(typed) || 1 })}
          />
          <Select
            label={t('gifts.handedOver')}
            value={values.handedOver}
            allowDeselect={false}
            data={GIFT_HANDINGS.map((value) => ({ value, label: t(`gifts.handings.${value}`) }))}
            onChange={(value) => value && change({ handedOver: value as GiftHanding })}
          />
          <StaffSelect
            label={t('gifts.givenBy')}
            value={values.givenById}
            onChange={(givenById) => change({ givenById })}
          />
        </Group>
        <Checkbox
          label={t('gifts.discreet')}
          checked={values.isDiscreet}
          onChange={(event) => change({ isDiscreet: event.currentTarget.checked })}
        />
        <GuidelineHint topic="gifts" />
        <FormEnd
          error={give.error}
          isPending={give.isPending}
          submit={t('gifts.save')}
          onCancel={onClose}
          isRestored={draft.isRestored}
        />
      </Stack>
    </form>
  );
}

interface SuggestionsProps {
  readonly suggestions: Output<'gifts.suggest'>['suggestions'] | null;
  readonly value: string;
  readonly onChange: (kindId: string) => void;
}

const shownSuggestions = 5;

function Suggestions({ suggestions, value, onChange }: SuggestionsProps) {
  const { t } = useWords();
  const words = useGiftWords();
  if (suggestions === null) return null;
  if (suggestions.length === 0) return <Text size="sm">{t('gifts.noSuggestion')}</Text>;
  return (
    <Radio.Group label={t('gifts.suggestions')} value={value} onChange={onChange}>
      <div className={classes.suggestions}>
        {suggestions.slice(0, shownSuggestions).map(({ kind, reasons }) => (
          <Radio.Card key={kind.id} value={kind.id} className={classes.suggestion}>
            <Text fw={600}>{words.kindName(kind)}</Text>
            <Text size="sm" c="dimmed">
              {words.why(reasons)}
            </Text>
          </Radio.Card>
        ))}
      </div>
    </Radio.Group>
  );
}

interface OtherKindsProps {
  readonly kinds: readonly GiftKind[];
  readonly value: string;
  readonly onChange: (kindId: string) => void;
}

function OtherKinds({ kinds, value, onChange }: OtherKindsProps) {
  const { t } = useWords();
  const words = useGiftWords();
  return (
    <Select
      required
      searchable
      label={t('gifts.all')}
      value={value || null}
      data={kinds
        .filter(({ stock, id }) => stock > 0 || id === value)
        .map((kind) => ({
          value: kind.id,
          label: `${words.kindName(kind)} · ${words.cost(kind.costMinor)} · ${t('gifts.stock.left', { count: kind.stock })}`,
        }))}
      onChange={(kindId) => kindId && onChange(kindId)}
    />
  );
}
