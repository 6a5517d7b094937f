import { Button, Checkbox, Group, Stack, Text, Textarea, TextInput } from '@mantine/core';
import type { Quotation } from '@shared/contract/quotations';
import { addDays, civilDateOf } from '@shared/domain/dates';
import { quotedTotals } from '@shared/domain/quotations';
import { useRef } from 'react';
import { useAsk, useTell } from '../../lib/ask';
import { useCounter } from '../../lib/counter';
import { type Draft, useDraft, useDraftValues } from '../../lib/drafts';
import { useWords } from '../../lib/i18n';
import { SidePanel } from '../../ui/dialog';
import { EmptyState } from '../../ui/empty-state';
import { ErrorNotice } from '../../ui/error-notice';
import { ProductPicker } from '../../ui/product-picker';
import { toast } from '../../ui/toast';
import {
  amountsOf,
  contentOf,
  type LineValues,
  type QuotationValues,
  valuesOf,
  withProduct,
  withText,
} from './quotation-values';
import { useQuotationWords } from './quotation-words';
import classes from './quotations.module.css';
import { QuotedLine } from './quoted-line';

interface QuotationFormProps {
  readonly customerId: string;
  /** Null for a new one; otherwise a draft. */
  readonly quotation: Quotation | null;
  readonly onClose: () => void;
}

/** An offer: lines from the catalogue or free, its last day, its terms, the total large. */
export function QuotationForm({ customerId, quotation, onClose }: QuotationFormProps) {
  const { t } = useWords();
  const limits = useAsk('quotations.limits', {}, ['settings', 'session']);
  return (
    <SidePanel
      title={t(quotation ? 'quotations.edit' : 'quotations.new')}
      isOpen
      onClose={onClose}
      size={820}
    >
      <ErrorNotice error={limits.error} onRetry={() => void limits.refetch()} />
      {limits.data && (
        <Kept customerId={customerId} quotation={quotation} limits={limits.data} onClose={onClose} />
      )}
    </SidePanel>
  );
}

interface KeptProps extends QuotationFormProps {
  readonly limits: { readonly validDays: number; readonly discountPercent: number };
}

function Kept(props: KeptProps) {
  const { customerId, quotation, limits } = props;
  const { shop } = useCounter();
  const words = useQuotationWords();
  const draft = useDraft<QuotationValues>(
    'quotations.quotation',
    quotation?.id ?? customerId,
    quotation
      ? valuesOf(quotation, words.line)
      : {
          lines: [],
          expiresOn: addDays(civilDateOf(Date.now(), shop.timeZone), limits.validDays),
          terms: '',
          note: '',
          isDiscreet: false,
        },
  );
  return draft.start && <Fields {...props} draft={draft} start={draft.start} />;
}

interface FieldsProps extends KeptProps {
  readonly draft: Draft<QuotationValues>;
  readonly start: QuotationValues;
}

function Fields({ customerId, quotation, limits, draft, start, onClose }: FieldsProps) {
  const { t } = useWords();
  const [values, change] = useDraftValues(draft, start);
  const saving = useSaveQuotation(customerId, quotation, () => {
    draft.clear();
    onClose();
  });
  const box = useRef<HTMLInputElement>(null);
  const changeLine = (key: string, part: Partial<LineValues>) =>
    change({ lines: values.lines.map((line) => (line.key === key ? { ...line, ...part } : line)) });
  return (
    <form
      onSubmit={(event) => {
        event.preventDefault();
        saving.save(values);
      }}
    >
      <Stack gap="md">
        <ProductPicker
          ref={box}
          autoFocus
          label={t('quotations.scan')}
          placeholder={t('quotations.scanHint')}
          onProduct={(product, name) => change({ lines: withProduct(values.lines, product, name) })}
          onText={(text) => change({ lines: withText(values.lines, text) })}
        />
        {values.lines.length === 0 && <EmptyState title={t('quotations.emptyLines')} />}
        <ol className={classes.lines}>
          {values.lines.map((line, index) => (
            <QuotedLine
              key={line.key}
              line={line}
              number={index + 1}
              limitPercent={limits.discountPercent}
              onChange={(part) => changeLine(line.key, part)}
              onRemove={() => {
                change({ lines: values.lines.filter(({ key }) => key !== line.key) });
                box.current?.focus();
              }}
            />
          ))}
        </ol>
        <Conditions values={values} validDays={limits.validDays} onChange={change} />
      </Stack>
      <Group className={classes.foot} justify="space-between" mt="md">
        {saving.error && (
          <div className={classes.wide}>
            <ErrorNotice error={saving.error} />
          </div>
        )}
        <Total values={values} />
        <Group>
          {draft.isRestored && (
            <Text size="sm" c="dimmed">
              {t('needs.restored')}
            </Text>
          )}
          <Button variant="default" onClick={onClose}>
            {t('common.cancel')}
          </Button>
          <Button type="submit" loading={saving.isPending} disabled={values.lines.length === 0}>
            {t('quotations.save')}
          </Button>
        </Group>
      </Group>
    </form>
  );
}

interface ConditionsProps {
  readonly values: QuotationValues;
  readonly validDays: number;
  readonly onChange: (part: Partial<QuotationValues>) => void;
}

function Conditions({ values, validDays, onChange }: ConditionsProps) {
  const { t } = useWords();
  const { shop } = useCounter();
  return (
    <>
      <TextInput
        type="date"
        required
        w={260}
        label={t('quotations.expires')}
        description={t('quotations.expiresHint', { count: validDays })}
        min={civilDateOf(Date.now(), shop.timeZone)}
        value={values.expiresOn}
        onChange={(event) => onChange({ expiresOn: event.currentTarget.value })}
      />
      <Textarea
        label={t('quotations.terms')}
        description={t('quotations.termsHint')}
        value={values.terms}
        maxLength={2000}
        autosize
        minRows={2}
        onChange={(event) => onChange({ terms: event.currentTarget.value })}
      />
      <TextInput
        label={t('quotations.note')}
        description={t('quotations.noteHint')}
        value={values.note}
        maxLength={1000}
        onChange={(event) => onChange({ note: event.currentTarget.value })}
      />
      <Checkbox
        label={t('quotations.discreet')}
        checked={values.isDiscreet}
        onChange={(event) => onChange({ isDiscreet: event.currentTarget.checked })}
      />
    </>
  );
}

function Total({ values }: { readonly values: QuotationValues }) {
  const { t } = useWords();
  const { shop } = useCounter();
  const words = useQuotationWords();
  const { grossMinor, discountMinor, totalMinor } = quotedTotals(values.lines.map(amountsOf));
  const show = (minor: number) => words.money(minor, shop.currency);
  return (
    <div role="status">
      <Text size="sm" c="dimmed">
        {discountMinor > 0
          ? `${t('quotations.subtotal')} ${show(grossMinor)} · ${t('quotations.discount')} ${show(-discountMinor)}`
          : t('quotations.total')}
      </Text>
      <Text fz={28} fw={600} lh={1.1}>
        {show(totalMinor)}
      </Text>
    </div>
  );
}

function useSaveQuotation(customerId: string, quotation: Quotation | null, onDone: () => void) {
  const { t } = useWords();
  const make = useTell('quotations.draft');
  const change = useTell('quotations.change');
  const onSuccess = ({ number }: { number: string }) => {
    toast(t('quotations.saved', { number }));
    onDone();
  };
  return {
    isPending: make.isPending || change.isPending,
    error: make.error ?? change.error,
    save(values: QuotationValues) {
      const content = contentOf(values);
      if (quotation)
        change.mutate({ ...content, quotationId: quotation.id, version: quotation.version }, { onSuccess });
      else make.mutate({ ...content, customerId }, { onSuccess });
    },
  };
}
