import { Button, Checkbox, Group, Select, Stack, Text, Textarea, TextInput } from '@mantine/core';
import { INTEREST_PURPOSES, type InterestPurpose } from '@shared/domain/allocation';
import { useAsk, useTell } from '../../lib/ask';
import { useCounter } from '../../lib/counter';
import { type Draft, useDraft, useDraftValues } from '../../lib/drafts';
import { useWords } from '../../lib/i18n';
import { Dialog } from '../../ui/dialog';
import { ErrorNotice } from '../../ui/error-notice';
import { FormEnd } from '../../ui/form-end';
import { GuidelineHint } from '../../ui/guideline-hint';
import { ProductPicker } from '../../ui/product-picker';
import { StaffSelect } from '../../ui/staff-select';
import { toast } from '../../ui/toast';
import { useInterestWords } from './interest-words';
import classes from './interests.module.css';

interface InterestFormProps {
  readonly customerId: string;
  readonly onClose: () => void;
}

interface Values {
  readonly product: { readonly id: string; readonly name: string; readonly brand: string | null } | null;
  readonly reason: string;
  readonly statedTies: string;
  readonly purpose: InterestPurpose;
  readonly wantsToBeTold: boolean;
  readonly advisorId: string;
  readonly isDiscreet: boolean;
}

/** Which watch and why; what registering means stands above the button, for both sides of the counter. */
export function InterestForm({ customerId, onClose }: InterestFormProps) {
  const { t } = useWords();
  const { staff } = useCounter();
  const draft = useDraft<Values>('interests.interest', customerId, {
    product: null,
    reason: '',
    statedTies: '',
    purpose: 'unsaid',
    wantsToBeTold: true,
    advisorId: staff.id,
    isDiscreet: false,
  });
  return (
    <Dialog title={t('interests.new')} isOpen onClose={onClose} size={640}>
      {draft.start && <Fields customerId={customerId} onClose={onClose} draft={draft} start={draft.start} />}
    </Dialog>
  );
}

interface FieldsProps extends InterestFormProps {
  readonly draft: Draft<Values>;
  readonly start: Values;
}

function Fields({ customerId, onClose, draft, start }: FieldsProps) {
  const { t } = useWords();
  const [values, change] = useDraftValues(draft, start);
  const register = useTell('interests.register');
  const { product } = values;
  const save = () => {
    if (!product) return;
    const { reason, statedTies, purpose, wantsToBeTold, advisorId, isDiscreet } = values;
    register.mutate(
      {
        customerId,
        productId: product.id,
        reason,
        statedTies: statedTies || null,
        purpose,
        wantsToBeTold,
        advisorId,
        isDiscreet,
      },
      {
        onSuccess: ({ number }) => {
          draft.clear();
          toast(t('interests.saved', { number }));
          onClose();
        },
      },
    );
  };
  return (
    <form
      onSubmit={(event) => {
        event.preventDefault();
        save();
      }}
    >
      <Stack gap="md">
        {product ? (
          <Group justify="space-between" wrap="nowrap">
            <Text className={classes.what}>{product.name}</Text>
            <Button variant="default" onClick={() => change({ product: null })}>
              {t('interests.otherProduct')}
            </Button>
          </Group>
        ) : (
          <ProductPicker
            label={t('interests.product')}
            placeholder={t('interests.productHint')}
            autoFocus
            onProduct={({ id, brand, reference }, name) =>
              change({ product: { id, brand, name: [name, reference].filter(Boolean).join(' · ') } })
            }
          />
        )}
        <KnownTies customerId={customerId} product={product} />
        <Textarea
          required
          label={t('interests.reason')}
          description={t('interests.reasonHint')}
          value={values.reason}
          maxLength={500}
          autosize
          minRows={2}
          onChange={(event) => change({ reason: event.currentTarget.value })}
        />
        <TextInput
          label={t('interests.statedTies')}
          value={values.statedTies}
          maxLength={500}
          onChange={(event) => change({ statedTies: event.currentTarget.value })}
        />
        <Group grow align="flex-start">
          <Select
            label={t('interests.purpose')}
            value={values.purpose}
            allowDeselect={false}
            data={INTEREST_PURPOSES.map((value) => ({ value, label: t(`interests.purposes.${value}`) }))}
            onChange={(purpose) => purpose && change({ purpose: purpose as InterestPurpose })}
          />
          <StaffSelect
            label={t('interests.advisor')}
            value={values.advisorId}
            onChange={(advisorId) => change({ advisorId })}
          />
        </Group>
        <Checkbox
          label={t('interests.wantsToBeTold')}
          checked={values.wantsToBeTold}
          onChange={(event) => change({ wantsToBeTold: event.currentTarget.checked })}
        />
        <Checkbox
          label={t('interests.discreet')}
          checked={values.isDiscreet}
          onChange={(event) => change({ isDiscreet: event.currentTarget.checked })}
        />
        <Text className={classes.guarantee}>{t('interests.guarantee')}</Text>
        <GuidelineHint topic="allocation" />
        <FormEnd
          error={register.error}
          isPending={register.isPending}
          submit={t('interests.save')}
          onCancel={onClose}
          isRestored={draft.isRestored}
        />
      </Stack>
    </form>
  );
}

interface KnownTiesProps {
  readonly customerId: string;
  readonly product: Values['product'];
}

/** What the record knows, so that nobody asks the customer for it; and how many wait already. */
function KnownTies({ customerId, product }: KnownTiesProps) {
  const { t } = useWords();
  const words = useInterestWords();
  const known = useAsk(
    'interests.ties',
    { customerId, productId: product?.id ?? null },
    ['interests', 'sales', 'jobs', 'vip'],
    { keepPrevious: true },
  );
  if (!known.data) return <ErrorNotice error={known.error} />;
  const { ties, waiting, isRegistered } = known.data;
  return (
    <div>
      <Text size="sm" fw={600}>
        {t('interests.ties')}
      </Text>
      <Text size="sm">{words.ties(ties, product?.brand ?? null)}</Text>
      {isRegistered && (
        <Text size="sm" role="status" c="var(--warning-text)">
          {t('interests.alreadyWaits')}
        </Text>
      )}
      {!isRegistered && waiting > 0 && (
        <Text size="sm" c="dimmed">
          {t('interests.othersWait', { count: waiting })}
        </Text>
      )}
    </div>
  );
}
