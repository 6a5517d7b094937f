import { Badge, Button, Group, Text } from '@mantine/core';
import type { Output } from '@shared/contract';
import type { NeedMatchCard } from '@shared/contract/needs';
import { isAllowed } from '@shared/contract/permissions';
import { civilDateOf } from '@shared/domain/dates';
import { IconEyeOff } from '@tabler/icons-react';
import { useState } from 'react';
import { useTell } from '../../lib/ask';
import { call } from '../../lib/call';
import { useCounter } from '../../lib/counter';
import { setCurrentNeed } from '../../lib/current-need';
import { useWords } from '../../lib/i18n';
import { fullProductName } from '../../lib/product-name';
import { ErrorNotice } from '../../ui/error-notice';
import { TextLink } from '../../ui/links';
import { ProductPicture } from '../../ui/product-picture';
import { StockMark } from '../../ui/stock-mark';
import { toastError } from '../../ui/toast';
import { toastUndo } from '../../ui/toast-undo';
import { CloseNeed, useEndNeed } from './close-need';
import { useNeedWords } from './need-words';
import classes from './needs.module.css';

type OpenNeed = Output<'needs.forCustomer'>['open'][number];

interface NeedItemProps {
  readonly entry: OpenNeed;
  readonly isCurrent: boolean;
  readonly onEdit: () => void;
}

/** One open need: what, why, for how much; what the shop has for it; what can be done. Discreet ones stay covered. */
export function NeedItem({ entry, isCurrent, onEdit }: NeedItemProps) {
  const { t } = useWords();
  const [isUncovered, setUncovered] = useState(false);
  const { need } = entry;
  if (need.isDiscreet && !isUncovered) {
    return (
      <li className={classes.need}>
        <Group justify="space-between">
          <Group gap="xs">
            <IconEyeOff size={18} aria-hidden />
            <Text className={classes.covered}>{t('needs.covered')}</Text>
          </Group>
          <Button variant="default" onClick={() => setUncovered(true)}>
            {t('needs.uncover')}
          </Button>
        </Group>
      </li>
    );
  }
  return (
    <li className={classes.need} data-current={isCurrent || undefined}>
      <Said entry={entry} onCover={need.isDiscreet ? () => setUncovered(false) : null} />
      <Matches entry={entry} />
      <Doing entry={entry} onEdit={onEdit} />
    </li>
  );
}

function Said({ entry: { need }, onCover }: { entry: OpenNeed; onCover: (() => void) | null }) {
  const { t } = useWords();
  const { shop } = useCounter();
  const words = useNeedWords();
  const today = civilDateOf(Date.now(), shop.timeZone);
  const isLate = need.byDate !== null && need.byDate < today;
  const quotes = [need.seen, need.asked, need.answered].filter(Boolean);
  return (
    <>
      <Group justify="space-between" align="flex-start" wrap="nowrap">
        <div>
          <Text fw={600} className={classes.said}>
            {words.what(need)}
          </Text>
          <Text size="sm" className={isLate ? classes.late : ''}>
            {words.circumstances(need).join(' · ')}
          </Text>
        </div>
        {onCover && (
          <Button variant="subtle" onClick={onCover}>
            {t('needs.cover')}
          </Button>
        )}
      </Group>
      {need.status === 'postponed' && need.postponedUntil && (
        <Text size="sm">
          {t('needs.postponedUntil', {
            date: words.day(need.postponedUntil),
            reason: words.reason(need.statusReason ?? ''),
          })}
        </Text>
      )}
      {quotes.length > 0 && (
        <Text size="sm" c="dimmed" className={classes.said}>
          {quotes.join(' / ')}
        </Text>
      )}
      <Text size="xs" c="dimmed">
        {t('needs.notedBy', {
          name: need.staff.name,
          date: words.day(civilDateOf(need.at, shop.timeZone)),
        })}
      </Text>
    </>
  );
}

function Matches({ entry: { need, matches, matchCount } }: { entry: OpenNeed }) {
  const { t } = useWords();
  if (matches.length === 0)
    return (
      <Text size="sm" c="dimmed" my="xs">
        {t('needs.noMatches')}
      </Text>
    );
  return (
    <>
      <Text size="sm" mt="xs">
        {t('needs.matches', { count: matchCount })}
      </Text>
      <ul className={classes.matches}>
        {matches.map((match) => (
          <Match key={match.product.id} needId={need.id} match={match} />
        ))}
      </ul>
    </>
  );
}

/** One product that answers the need, and why; an arrival can be put aside. */
function Match({ needId, match: { product, reasons, isNew } }: { needId: string; match: NeedMatchCard }) {
  const { t, language } = useWords();
  const { staff } = useCounter();
  const words = useNeedWords();
  const dismiss = useTell('needs.dismissMatch');
  const putAside = () =>
    dismiss.mutate(
      { needId, productId: product.id },
      {
        onError: toastError,
        onSuccess: () =>
          toastUndo(t('needs.dismissed'), t('common.undo'), () => {
            call('needs.dismissMatch', { needId, productId: product.id, isDismissed: false }).catch(
              toastError,
            );
          }),
      },
    );
  return (
    <li className={classes.match}>
      <ProductPicture pictureId={product.pictureId} alt="" size={52} />
      <div className={classes.matchText}>
        <TextLink
          to="/products/$productId"
          params={{ productId: product.id }}
          size="sm"
          c="inherit"
          lineClamp={1}
        >
          {fullProductName(product, language)}
        </TextLink>
        <Group gap={8}>
          <Text size="sm">
            {product.priceMinor === null
              ? t('recommendations.onRequest')
              : words.amount(product.priceMinor, product.currency)}
          </Text>
          <StockMark count={product.stockCount} />
          {isNew && <Badge>{t('needs.isNew')}</Badge>}
        </Group>
        <Text size="xs" c="dimmed">
          {words.match(reasons, product.currency)}
        </Text>
        {isNew && isAllowed(staff.role, 'needs.write') && (
          <Button variant="subtle" px={0} onClick={putAside} disabled={dismiss.isPending}>
            {t('needs.notForThem')}
          </Button>
        )}
      </div>
    </li>
  );
}

function Doing({ entry: { need }, onEdit }: { entry: OpenNeed; onEdit: () => void }) {
  const { t } = useWords();
  const { staff } = useCounter();
  const [closing, setClosing] = useState<'lost' | 'postponed' | null>(null);
  const end = useEndNeed();
  const mayWrite = isAllowed(staff.role, 'needs.write');
  return (
    <Group gap="xs" mt="xs">
      <Button variant="light" onClick={() => setCurrentNeed(need.customerId, need.id)}>
        {t('needs.recommend')}
      </Button>
      {mayWrite && (
        <>
          <Button variant="default" onClick={onEdit}>
            {t('common.edit')}
          </Button>
          <Button variant="default" disabled={end.isPending} onClick={() => end.close(need, 'met')}>
            {t('needs.met')}
          </Button>
          <Button variant="default" onClick={() => setClosing('lost')}>
            {t('needs.lost')}
          </Button>
          <Button variant="default" onClick={() => setClosing('postponed')}>
            {t('needs.postpone')}
          </Button>
        </>
      )}
      {closing && <CloseNeed need={need} outcome={closing} onClose={() => setClosing(null)} />}
      <ErrorNotice error={end.error} />
    </Group>
  );
}
