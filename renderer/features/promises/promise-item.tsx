import { Badge, Button, Group, Menu, Text } from '@mantine/core';
import { isAllowed } from '@shared/contract/permissions';
import type { ShopPromise } from '@shared/contract/promises';
import { IconDots, IconEyeOff } from '@tabler/icons-react';
import { type ReactNode, useState } from 'react';
import { useTell } from '../../lib/ask';
import { useCounter } from '../../lib/counter';
import { useWords } from '../../lib/i18n';
import { TextLink } from '../../ui/links';
import { PromiseForm } from '../../ui/promise-form';
import { toast, toastError } from '../../ui/toast';
import { ClosePromise } from './close-promise';
import { HandOverPromise, SnoozePromise } from './pass-promise';
import { PromiseHistory } from './promise-history';
import { usePromiseWords } from './promise-words';
import classes from './promises.module.css';

type Doing = 'close' | 'edit' | 'hand-over' | 'snooze' | 'history' | null;

interface PromiseItemProps {
  readonly promise: ShopPromise;
  /** True where the list is not the customer's own page. */
  readonly showsCustomer?: boolean;
}

/** One promise: what, by when, who keeps it, how it ended; and what can be done about it. */
export function PromiseItem({ promise, showsCustomer = false }: PromiseItemProps) {
  const { t } = useWords();
  const words = usePromiseWords();
  const { staff } = useCounter();
  const [doing, setDoing] = useState<Doing>(null);
  const [isUncovered, setUncovered] = useState(false);
  const isCovered = promise.isDiscreet && !isUncovered;
  const end = () => setDoing(null);
  return (
    <li className={classes.promise}>
      <div>
        {showsCustomer && (
          <TextLink to="/customers/$customerId" params={{ customerId: promise.customer.id }}>
            {words.name(promise)}
          </TextLink>
        )}
        <Text className={classes.what}>
          {isCovered ? (
            <>
              <IconEyeOff size={16} aria-hidden /> {t('promises.covered')}
            </>
          ) : (
            promise.what
          )}
        </Text>
        <Facts promise={promise} isCovered={isCovered} />
      </div>
      <Group gap={6} wrap="nowrap">
        {isCovered && (
          <Button variant="default" onClick={() => setUncovered(true)}>
            {t('promises.uncover')}
          </Button>
        )}
        {promise.status === 'open' && isAllowed(staff.role, 'promises.write') && (
          <Button variant="default" onClick={() => setDoing('close')}>
            {t('promises.close')}
          </Button>
        )}
        <PromiseMenu promise={promise} onChoose={setDoing} />
      </Group>
      {doing === 'close' && <ClosePromise promise={promise} onClose={end} />}
      {doing === 'edit' && <PromiseForm customerId={promise.customer.id} promise={promise} onClose={end} />}
      {doing === 'hand-over' && <HandOverPromise promise={promise} onClose={end} />}
      {doing === 'snooze' && <SnoozePromise promise={promise} onClose={end} />}
      {doing === 'history' && <PromiseHistory promise={promise} onClose={end} />}
    </li>
  );
}

function Facts({ promise, isCovered }: { promise: ShopPromise; isCovered: boolean }) {
  const { t } = useWords();
  const words = usePromiseWords();
  const quiet = (text: ReactNode) => (
    <Text size="sm" c="dimmed">
      {text}
    </Text>
  );
  return (
    <>
      <Group gap="xs">
        {promise.isBreach && (
          <Badge color="red" variant="outline" c="var(--danger-text)">
            {promise.status === 'broken' ? t('promises.ended.broken') : t('promises.late')}
          </Badge>
        )}
        <Text size="sm" className={promise.isBreach && promise.status === 'open' ? classes.late : ''}>
          {words.due(promise)}
        </Text>
        {quiet(
          [promise.number, t('promises.ownedBy', { name: promise.owner.name }), words.origin(promise)]
            .filter(Boolean)
            .join(' · '),
        )}
        {promise.snoozedUntil && quiet(t('promises.snoozedLine', { date: words.day(promise.snoozedUntil) }))}
      </Group>
      {promise.status !== 'open' && !isCovered && (
        <>
          <Text size="sm">
            {t(`promises.ended.${promise.status}`)}: {promise.outcome}
          </Text>
          {promise.brokenReason && <Text size="sm">{promise.brokenReason}</Text>}
          {quiet(words.told(promise))}
        </>
      )}
    </>
  );
}

function PromiseMenu({ promise, onChoose }: { promise: ShopPromise; onChoose: (doing: Doing) => void }) {
  const { t } = useWords();
  const { staff } = useCounter();
  const reopen = useTell('promises.reopen');
  const mayWrite = isAllowed(staff.role, 'promises.write');
  const isOpen = promise.status === 'open';
  return (
    <Menu position="bottom-end" width={220}>
      <Menu.Target>
        <Button variant="default" px="sm" aria-label={t('common.moreAbout', { what: promise.number })}>
          <IconDots size={20} aria-hidden />
        </Button>
      </Menu.Target>
      <Menu.Dropdown>
        {mayWrite && isOpen && (
          <>
            <Menu.Item onClick={() => onChoose('edit')}>{t('common.edit')}</Menu.Item>
            <Menu.Item onClick={() => onChoose('snooze')}>{t('promises.snooze')}</Menu.Item>
            <Menu.Item onClick={() => onChoose('hand-over')}>{t('promises.handOver')}</Menu.Item>
          </>
        )}
        {mayWrite && !isOpen && (
          <Menu.Item
            onClick={() =>
              reopen.mutate(
                { promiseId: promise.id },
                { onSuccess: () => toast(t('promises.reopened')), onError: toastError },
              )
            }
          >
            {t('promises.reopen')}
          </Menu.Item>
        )}
        <Menu.Item onClick={() => onChoose('history')}>{t('promises.history')}</Menu.Item>
      </Menu.Dropdown>
    </Menu>
  );
}
