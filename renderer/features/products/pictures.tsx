import { ActionIcon, Button, FileButton, Group, Text, UnstyledButton } from '@mantine/core';
import { isAllowed } from '@shared/contract/permissions';
import { pictureTypes } from '@shared/contract/products';
import { IconPhotoPlus, IconTrash } from '@tabler/icons-react';
import { useState } from 'react';
import { useTell } from '../../lib/ask';
import { call } from '../../lib/call';
import { useCounter } from '../../lib/counter';
import { useWords } from '../../lib/i18n';
import { isPictureSmallEnough } from '../../ui/picture-size';
import { ProductPicture } from '../../ui/product-picture';
import { toastError } from '../../ui/toast';
import { toastUndo } from '../../ui/toast-undo';
import { type FullProduct, namesOf } from './product-shapes';
import classes from './products.module.css';

/** The product's pictures, one large; a manager adds and removes them. */
export function Pictures({ product }: { readonly product: FullProduct }) {
  const { t, language } = useWords();
  const { staff } = useCounter();
  const [chosen, setChosen] = useState(0);
  const add = useTell('products.addPicture');
  const shown = product.pictureIds[Math.min(chosen, product.pictureIds.length - 1)] ?? null;
  const name = namesOf(product, language).first;
  const altOf = (index: number) => t('products.picture', { number: index + 1, name });

  const doAdd = async (file: File | null) => {
    if (!file) return;
    if (!isPictureSmallEnough(file)) return;
    const base64 = await readBase64(file);
    await add.mutateAsync({ productId: product.id, mime: file.type, base64 }).catch(toastError);
  };
  const doRemove = async (pictureId: string) => {
    const picture = await call('products.picture', { pictureId });
    await call('products.removePicture', { pictureId });
    if (!picture) return;
    toastUndo(t('products.pictureRemoved'), t('common.undo'), () =>
      call('products.addPicture', { productId: product.id, ...picture }),
    );
  };
  return (
    <div>
      <ProductPicture pictureId={shown} alt={shown ? altOf(chosen) : ''} size={280} />
      {product.pictureIds.length > 1 && (
        <div className={classes.pictures}>
          {product.pictureIds.map((pictureId, index) => (
            <UnstyledButton
              key={pictureId}
              className={classes.thumbnail}
              data-chosen={pictureId === shown || undefined}
              aria-pressed={pictureId === shown}
              onClick={() => setChosen(index)}
            >
              <ProductPicture pictureId={pictureId} alt={altOf(index)} size={52} />
            </UnstyledButton>
          ))}
        </div>
      )}
      {isAllowed(staff.role, 'products.write') && (
        <Group gap="xs" mt="sm">
          <FileButton onChange={(file) => void doAdd(file)} accept={pictureTypes.join(',')}>
            {(props) => (
              <Button
                {...props}
                variant="default"
                loading={add.isPending}
                leftSection={<IconPhotoPlus size={18} aria-hidden />}
              >
                {t('products.addPicture')}
              </Button>
            )}
          </FileButton>
          {shown && (
            <ActionIcon
              aria-label={t('products.removePicture', { number: chosen + 1 })}
              onClick={() => void doRemove(shown).catch(toastError)}
            >
              <IconTrash size={18} aria-hidden />
            </ActionIcon>
          )}
          <Text size="sm" c="dimmed">
            {t('products.pictureHint')}
          </Text>
        </Group>
      )}
    </div>
  );
}

function readBase64(file: File): Promise<string> {
  return new Promise((resolve, reject) => {
    const reader = new FileReader();
    reader.onload = () => resolve(String(reader.result).replace(/^[^,]*,/, ''));
    reader.onerror = () => reject(reader.error);
    reader.readAsDataURL(file);
  });
}
