import { Alert, Button, Checkbox, Group, Menu, Skeleton, Text } from '@mantine/core';
import type { GiftKind } from '@shared/contract/gifts';
import { isAllowed } from '@shared/contract/permissions';
import { IconAlertTriangle, IconDots, IconGift } from '@tabler/icons-react';
import { useState } from 'react';
import { useAsk, useTell } from '../../lib/ask';
import { useCounter } from '../../lib/counter';
import { useWords } from '../../lib/i18n';
import { EmptyState } from '../../ui/empty-state';
import { ErrorNotice } from '../../ui/error-notice';
import { Section } from '../../ui/section';
import { useGiftWords } from './gift-words';
import classes from './gifts.module.css';
import { KindForm } from './kind-form';
import { type MoveKind, Movements, StockDialog } from './stock-dialog';

type Open =
  | { readonly what: 'edit'; readonly kind: GiftKind | null }
  | { readonly what: 'movements'; readonly kind: GiftKind }
  | { readonly what: MoveKind; readonly kind: GiftKind };

/** The kinds of gift with what is left of each; what came and went stands behind each of them. */
export function StockView() {
  const { t } = useWords();
  const words = useGiftWords();
  const { staff } = useCounter();
  const mayManage = isAllowed(staff.role, 'gifts.manage');
  const [withRetired, setRetired] = useState(false);
  const [open, setOpen] = useState<Open | null>(null);
  const list = useAsk('gifts.kinds', { withRetired }, ['gifts'], { keepPrevious: true });
  const kinds = list.data ?? [];
  const low = kinds.filter(({ isLow, isRetired }) => isLow && !isRetired);
  const close = () => setOpen(null);
  return (
    <Section
      title={t('gifts.stock.heading')}
      actions={
        <Group>
          <Checkbox
            label={t('gifts.stock.showRetired')}
            checked={withRetired}
            onChange={(event) => setRetired(event.currentTarget.checked)}
          />
          {mayManage && (
            <Button onClick={() => setOpen({ what: 'edit', kind: null })}>{t('gifts.stock.new')}</Button>
          )}
        </Group>
      }
    >
      <ErrorNotice error={list.error} onRetry={() => void list.refetch()} />
      {low.length > 0 && (
        <Alert
          color="yellow"
          role="status"
          icon={<IconAlertTriangle size={20} aria-hidden />}
          c="var(--mantine-color-text)"
        >
          {t('gifts.stock.lowWarning', { count: low.length, names: low.map(words.kindName).join(', ') })}
        </Alert>
      )}
      {!list.data && !list.error && <Skeleton height={200} />}
      {list.data && kinds.length === 0 && (
        <EmptyState title={t('gifts.stock.empty')} hint={t('gifts.stock.emptyHint')} />
      )}
      <ul className={classes.list}>
        {kinds.map((kind) => (
          <KindLine key={kind.id} kind={kind} mayManage={mayManage} onOpen={setOpen} />
        ))}
      </ul>
      {open?.what === 'edit' && <KindForm kind={open.kind} onClose={close} />}
      {open?.what === 'movements' && <Movements kind={open.kind} onClose={close} />}
      {(open?.what === 'receive' || open?.what === 'count' || open?.what === 'correct') && (
        <StockDialog what={open.what} kind={open.kind} onClose={close} />
      )}
    </Section>
  );
}

interface KindLineProps {
  readonly kind: GiftKind;
  readonly mayManage: boolean;
  readonly onOpen: (open: Open) => void;
}

function KindLine({ kind, mayManage, onOpen }: KindLineProps) {
  const { t } = useWords();
  const words = useGiftWords();
  const retire = useTell('gifts.retireKind');
  const name = words.kindName(kind);
  return (
    <li className={classes.kind}>
      <KindPicture kind={kind} />
      <div>
        <Text className={classes.what}>{name}</Text>
        {kind.words && <Text size="sm">{kind.words}</Text>}
        <Text size="sm" c="dimmed">
          {[
            kind.isRetired ? t('gifts.stock.retired') : '',
            t('gifts.stock.each', { cost: words.cost(kind.costMinor, kind.currency) }),
            ...kind.occasions.map((occasion) => t(`gifts.occasions.${occasion}`)),
            ...kind.tastes,
          ]
            .filter(Boolean)
            .join(' · ')}
        </Text>
        <ErrorNotice error={retire.error} />
      </div>
      <Group gap="sm" wrap="nowrap">
        <Text className={kind.isLow && !kind.isRetired ? classes.low : ''}>
          {kind.stock === 0 ? t('gifts.stock.none') : t('gifts.stock.left', { count: kind.stock })}
        </Text>
        <Button
          variant="default"
          aria-label={`${t('gifts.stock.receive')}: ${name}`}
          onClick={() => onOpen({ what: 'receive', kind })}
        >
          {t('gifts.stock.receive')}
        </Button>
        <Menu position="bottom-end" trapFocus>
          <Menu.Target>
            <Button variant="default" px="sm" aria-label={t('gifts.stock.more', { name })}>
              <IconDots size={18} aria-hidden />
            </Button>
          </Menu.Target>
          <Menu.Dropdown>
            <Menu.Item onClick={() => onOpen({ what: 'count', kind })}>{t('gifts.stock.count')}</Menu.Item>
            <Menu.Item onClick={() => onOpen({ what: 'movements', kind })}>
              {t('gifts.stock.movements')}
            </Menu.Item>
            {mayManage && (
              <>
                <Menu.Item onClick={() => onOpen({ what: 'correct', kind })}>
                  {t('gifts.stock.correct')}
                </Menu.Item>
                <Menu.Item onClick={() => onOpen({ what: 'edit', kind })}>
                  {t('gifts.stock.edit', { name })}
                </Menu.Item>
                <Menu.Item onClick={() => retire.mutate({ kindId: kind.id, isRetired: !kind.isRetired })}>
                  {t(kind.isRetired ? 'gifts.stock.restore' : 'gifts.stock.retire')}
                </Menu.Item>
              </>
            )}
          </Menu.Dropdown>
        </Menu>
      </Group>
    </li>
  );
}

function KindPicture({ kind }: { readonly kind: GiftKind }) {
  const picture = useAsk('gifts.picture', { kindId: kind.id }, ['gifts'], { enabled: kind.hasPicture });
  if (!kind.hasPicture || !picture.data)
    return (
      <span className={classes.noPicture} aria-hidden>
        <IconGift size={24} stroke={1.2} />
      </span>
    );
  return (
    <img className={classes.picture} src={`data:${picture.data.mime};base64,${picture.data.base64}`} alt="" />
  );
}
