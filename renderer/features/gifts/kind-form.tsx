import {
  Button,
  FileButton,
  Group,
  MultiSelect,
  NumberInput,
  Stack,
  TagsInput,
  Textarea,
  TextInput,
} from '@mantine/core';
import type { GiftKind } from '@shared/contract/gifts';
import { pictureTypes } from '@shared/contract/products';
import { GIFT_OCCASIONS, type GiftOccasion } from '@shared/domain/gifts';
import { IconPhotoPlus } from '@tabler/icons-react';
import { useRef, useState } from 'react';
import { useTell } from '../../lib/ask';
import { useCounter } from '../../lib/counter';
import { type Draft, useDraft, useDraftValues } from '../../lib/drafts';
import { useFirstField } from '../../lib/first-field';
import { useWords } from '../../lib/i18n';
import { Dialog } from '../../ui/dialog';
import { FormEnd } from '../../ui/form-end';
import { MoneyField } from '../../ui/money-field';
import { isPictureSmallEnough } from '../../ui/picture-size';
import { toast } from '../../ui/toast';
import { useGiftWords } from './gift-words';

interface KindFormProps {
  /** Null for a new one. */
  readonly kind: GiftKind | null;
  readonly onClose: () => void;
}

interface Values {
  readonly name: string;
  readonly chineseName: string;
  readonly words: string;
  readonly costMinor: number | null;
  readonly lowAt: number;
  readonly occasions: GiftOccasion[];
  readonly tastes: string[];
}

/** What a kind of gift is called, what it costs, and whom and when it suits. */
export function KindForm({ kind, onClose }: KindFormProps) {
  const { t } = useWords();
  const words = useGiftWords();
  const draft = useDraft<Values>('gifts.kind', kind?.id ?? 'new', {
    name: kind?.name ?? '',
    chineseName: kind?.chineseName ?? '',
    words: kind?.words ?? '',
    costMinor: kind?.costMinor ?? null,
    lowAt: kind?.lowAt ?? 3,
    occasions: kind?.occasions ?? [],
    tastes: kind?.tastes ?? [],
  });
  const title = kind ? t('gifts.stock.edit', { name: words.kindName(kind) }) : t('gifts.stock.new');
  return (
    <Dialog title={title} isOpen onClose={onClose}>
      {draft.start && <Fields kind={kind} draft={draft} start={draft.start} onClose={onClose} />}
    </Dialog>
  );
}

function Fields({
  kind,
  draft,
  start,
  onClose,
}: KindFormProps & { readonly draft: Draft<Values>; readonly start: Values }) {
  const { t } = useWords();
  const { shop } = useCounter();
  const [values, change] = useDraftValues(draft, start);
  const [picture, setPicture] = useState<File | null>(null);
  const saving = useSaveKind(kind, () => {
    draft.clear();
    toast(t('gifts.stock.saved'));
    onClose();
  });
  const begin = useFirstField<HTMLInputElement>();
  return (
    <form
      onSubmit={(event) => {
        event.preventDefault();
        void saving.save(values, picture);
      }}
    >
      <Stack gap="md">
        <TextInput
          ref={begin}
          required
          label={t('gifts.stock.name')}
          value={values.name}
          maxLength={120}
          onChange={(event) => change({ name: event.currentTarget.value })}
        />
        <TextInput
          label={t('gifts.stock.chineseName')}
          value={values.chineseName}
          maxLength={120}
          onChange={(event) => change({ chineseName: event.currentTarget.value })}
        />
        <Textarea
          label={t('gifts.stock.words')}
          value={values.words}
          maxLength={500}
          autosize
          onChange={(event) => change({ words: event.currentTarget.value })}
        />
        <Group grow align="flex-start">
          <MoneyField
            required
            label={t('gifts.stock.cost')}
            value={values.costMinor}
            currency={kind?.currency ?? shop.currency}
            onChange={(costMinor) => change({ costMinor })}
          />
          <NumberInput
            label={t('gifts.stock.lowAt')}
            value={values.lowAt}
            min={0}
            max={10_000}
            allowDecimal={false}
            onChange={(typed) => change({ lowAt: Number(typed) || 0 })}
          />
        </Group>
        <MultiSelect
          label={t('gifts.stock.occasions')}
          description={t('gifts.stock.occasionsHint')}
          value={values.occasions}
          data={GIFT_OCCASIONS.map((value) => ({ value, label: t(`gifts.occasions.${value}`) }))}
          onChange={(occasions) => change({ occasions: occasions as GiftOccasion[] })}
        />
        <TagsInput
          label={t('gifts.stock.tastes')}
          description={t('gifts.stock.tastesHint')}
          value={values.tastes}
          maxTags={20}
          onChange={(tastes) => change({ tastes })}
        />
        <Group>
          <FileButton
            accept={pictureTypes.join(',')}
            onChange={(file) => (file === null || isPictureSmallEnough(file)) && setPicture(file)}
          >
            {(props) => (
              <Button {...props} variant="default" leftSection={<IconPhotoPlus size={18} aria-hidden />}>
                {picture?.name ?? t('gifts.stock.picture')}
              </Button>
            )}
          </FileButton>
          {kind?.hasPicture && (
            <Button variant="subtle" onClick={() => saving.removePicture()}>
              {t('gifts.stock.removePicture')}
            </Button>
          )}
        </Group>
        <FormEnd
          error={saving.error}
          isPending={saving.isPending}
          submit={t('gifts.stock.save')}
          onCancel={onClose}
          isRestored={draft.isRestored}
        />
      </Stack>
    </form>
  );
}

function useSaveKind(kind: GiftKind | null, onDone: () => void) {
  const saveKind = useTell('gifts.saveKind');
  const setPicture = useTell('gifts.setPicture');
  // A kind whose picture was refused is saved already: trying again must not make a second one.
  const made = useRef<string | null>(kind?.id ?? null);
  const version = useRef(kind?.version ?? 0);
  return {
    isPending: saveKind.isPending || setPicture.isPending,
    error: saveKind.error ?? setPicture.error,
    removePicture: () => kind && setPicture.mutate({ kindId: kind.id, picture: null }, { onSuccess: onDone }),
    async save(values: Values, picture: File | null) {
      try {
        const { kindId } = await saveKind.mutateAsync({
          ...values,
          costMinor: values.costMinor ?? 0,
          chineseName: values.chineseName || null,
          words: values.words || null,
          kindId: made.current,
          version: version.current,
        });
        version.current = made.current === null ? 1 : version.current + 1;
        made.current = kindId;
        if (picture)
          await setPicture.mutateAsync({
            kindId,
            picture: { mime: picture.type, base64: await base64Of(picture) },
          });
        onDone();
      } catch {
        // Shown at the end of the form.
      }
    },
  };
}

function base64Of(file: File): Promise<string> {
  return new Promise((resolve, reject) => {
    const reader = new FileReader();
    reader.onload = () => resolve(String(reader.result).replace(/^[^,]*,/, ''));
    reader.onerror = () => reject(reader.error);
    reader.readAsDataURL(file);
  });
}
