import { ActionIcon, Stack, Text } from '@mantine/core';
import { useDisclosure } from '@mantine/hooks';
import { isAllowed } from '@shared/contract/permissions';
import { formatDate } from '@shared/domain/dates';
import { formatMoney } from '@shared/domain/money';
import { IconEdit } from '@tabler/icons-react';
import { Link } from '@tanstack/react-router';
import type { ReactNode } from 'react';
import { useCounter } from '../../lib/counter';
import { useWords } from '../../lib/i18n';
import { ProductPicture } from '../../ui/product-picture';
import { Section } from '../../ui/section';
import { CompanionsDialog } from './companions-dialog';
import { type FullProduct, namesOf, type Product } from './product-shapes';
import classes from './products.module.css';

/** Who owns it, who wants it, and what goes with it. */
export function ProductPeople({ product }: { readonly product: FullProduct }) {
  return (
    <div className={classes.people}>
      <Wanted product={product} />
      <Together product={product} />
      <Owners product={product} />
    </div>
  );
}

function Person({
  customerId,
  name,
  children,
}: {
  readonly customerId: string;
  readonly name: string;
  readonly children: ReactNode;
}) {
  const { t } = useWords();
  return (
    <Link to="/customers/$customerId" params={{ customerId }} className={classes.person}>
      <Text component="span">{name || t('common.unknown')}</Text>
      <Text component="span" size="sm" c="dimmed">
        {children}
      </Text>
    </Link>
  );
}

function Owners({ product }: { readonly product: FullProduct }) {
  const { t, language } = useWords();
  const hidden = product.ownerCount - product.owners.length;
  return (
    <Section title={t('products.owners')}>
      {product.owners.length === 0 && <Text c="dimmed">{t('products.ownersNone')}</Text>}
      <ul className={classes.plainList}>
        {product.owners.map((owner) => (
          <li key={`${owner.customerId} ${owner.serial}`}>
            <Person customerId={owner.customerId} name={owner.name}>
              {[owner.boughtOn && formatDate(owner.boughtOn, language), owner.serial]
                .filter(Boolean)
                .join(' · ')}
            </Person>
          </li>
        ))}
      </ul>
      {hidden > 0 && <Text c="dimmed">{t('products.ownersMore', { count: hidden })}</Text>}
    </Section>
  );
}

function Wanted({ product }: { readonly product: FullProduct }) {
  const { t, language } = useWords();
  return (
    <Section title={t('products.wanted')}>
      {product.wanted.length === 0 && <Text c="dimmed">{t('products.wantedNone')}</Text>}
      <ul className={classes.plainList}>
        {product.wanted.map((wish) => (
          <li key={wish.needId}>
            <Person customerId={wish.customerId} name={wish.name}>
              {t('products.wantedScore', { score: wish.score })}
              {wish.byDate && ` · ${t('products.wantedBy', { date: formatDate(wish.byDate, language) })}`}
            </Person>
          </li>
        ))}
      </ul>
    </Section>
  );
}

function Together({ product }: { readonly product: FullProduct }) {
  const { t } = useWords();
  const { staff } = useCounter();
  const [isChoosing, choosing] = useDisclosure(false);
  const chosen = new Set(product.companions.map(({ id }) => id));
  const others = product.boughtWith.filter(({ id }) => !chosen.has(id));
  return (
    <Section
      title={t('products.together')}
      actions={
        isAllowed(staff.role, 'products.write') && (
          <ActionIcon aria-label={t('products.companionsEdit')} onClick={choosing.open}>
            <IconEdit size={18} aria-hidden />
          </ActionIcon>
        )
      }
    >
      {chosen.size + others.length === 0 && <Text c="dimmed">{t('products.togetherNone')}</Text>}
      <Stack gap={0}>
        {product.companions.map((companion) => (
          <Companion key={companion.id} product={companion} why={t('products.companion')} />
        ))}
        {others.map((other) => (
          <Companion
            key={other.id}
            product={other}
            why={t('products.boughtWith', { count: other.receipts })}
          />
        ))}
      </Stack>
      {isChoosing && <CompanionsDialog product={product} onClose={choosing.close} />}
    </Section>
  );
}

function Companion({ product, why }: { readonly product: Product; readonly why: string }) {
  const { language } = useWords();
  return (
    <Link to="/products/$productId" params={{ productId: product.id }} className={classes.entry}>
      <ProductPicture pictureId={product.pictureId} alt="" size={44} />
      <span className={classes.name} style={{ flex: 1 }}>
        <Text truncate>{namesOf(product, language).first}</Text>
        <Text size="sm" c="dimmed" truncate>
          {why}
        </Text>
      </span>
      {product.priceMinor !== null && (
        <Text component="span" size="sm">
          {formatMoney({ minor: product.priceMinor, currency: product.currency }, language)}
        </Text>
      )}
    </Link>
  );
}
