import { Badge, Button, Group, Menu, Text } from '@mantine/core';
import { isAllowed } from '@shared/contract/permissions';
import type { Quotation } from '@shared/contract/quotations';
import type { QuotationState } from '@shared/domain/quotations';
import { IconDots, IconEyeOff } from '@tabler/icons-react';
import { useState } from 'react';
import { useTell } from '../../lib/ask';
import { useCounter } from '../../lib/counter';
import { useWords } from '../../lib/i18n';
import { TextLink } from '../../ui/links';
import { PromiseForm } from '../../ui/promise-form';
import { toast, toastError } from '../../ui/toast';
import { ConfirmQuotation, DeclineQuotation, useTakeBack } from './answer-quotation';
import { QuotationForm } from './quotation-form';
import { QuotationHistory } from './quotation-history';
import { useQuotationWords } from './quotation-words';
import classes from './quotations.module.css';
import { SellQuotation } from './sell-quotation';
import { SendQuotation } from './send-quotation';

type Doing = 'edit' | 'send' | 'confirm' | 'decline' | 'sell' | 'promise' | 'history' | null;

interface QuotationItemProps {
  readonly quotation: Quotation;
  /** True where the list is not the customer's own page. */
  readonly showsCustomer?: boolean;
}

/** What is next with an offer in this state: its one button. */
const nextOf: Partial<Record<QuotationState, 'send' | 'confirm' | 'sell'>> = {
  draft: 'send',
  sent: 'confirm',
  confirmed: 'sell',
};
const nextWords = {
  send: 'quotations.send',
  confirm: 'quotations.confirm',
  sell: 'quotations.convert',
} as const;

/** One offer: what, how much, until when, how it stands; and what can be done about it. */
export function QuotationItem({ quotation, showsCustomer = false }: QuotationItemProps) {
  const { t } = useWords();
  const words = useQuotationWords();
  const { staff } = useCounter();
  const [doing, setDoing] = useState<Doing>(null);
  const [isUncovered, setUncovered] = useState(false);
  const isCovered = quotation.isDiscreet && !isUncovered;
  const mayWrite = isAllowed(staff.role, 'quotations.write');
  const next = mayWrite ? nextOf[quotation.state] : undefined;
  const end = () => setDoing(null);
  const about = { quotation, onClose: end };
  return (
    <li className={classes.quotation} aria-label={quotation.number}>
      <div>
        {showsCustomer && (
          <TextLink to="/customers/$customerId" params={{ customerId: quotation.customer.id }}>
            {words.name(quotation)}
          </TextLink>
        )}
        {isCovered ? (
          <Text fw={600}>
            <IconEyeOff size={16} aria-hidden /> {t('quotations.covered')}
          </Text>
        ) : (
          <Offer quotation={quotation} />
        )}
        <Standing quotation={quotation} isCovered={isCovered} />
      </div>
      <Group gap={6} wrap="nowrap">
        {isCovered && (
          <Button variant="default" onClick={() => setUncovered(true)}>
            {t('quotations.uncover')}
          </Button>
        )}
        {next && (
          <Button variant="default" onClick={() => setDoing(next)}>
            {t(nextWords[next])}
          </Button>
        )}
        <QuotationMenu quotation={quotation} mayWrite={mayWrite} onChoose={setDoing} />
      </Group>
      {doing === 'edit' && <QuotationForm customerId={quotation.customer.id} {...about} />}
      {doing === 'send' && <SendQuotation {...about} />}
      {doing === 'confirm' && <ConfirmQuotation {...about} />}
      {doing === 'decline' && <DeclineQuotation {...about} />}
      {doing === 'sell' && <SellQuotation {...about} />}
      {doing === 'promise' && (
        <PromiseForm
          customerId={quotation.customer.id}
          promise={null}
          origin={{ kind: 'quotation', id: quotation.id }}
          onClose={end}
        />
      )}
      {doing === 'history' && <QuotationHistory {...about} />}
    </li>
  );
}

function Offer({ quotation }: { quotation: Quotation }) {
  const { t } = useWords();
  const words = useQuotationWords();
  const [first] = quotation.lines;
  const more = quotation.lines.length - 1;
  return (
    <Group gap="sm" align="baseline">
      <Text className={classes.amount}>{words.money(quotation.totalMinor, quotation.currency)}</Text>
      <Text fw={600}>
        {first && `${first.quantity > 1 ? `${first.quantity} × ` : ''}${words.line(first)}`}
        {more > 0 && ` ${t('quotations.moreLines', { count: more })}`}
      </Text>
    </Group>
  );
}

/** Where the last day still says something. */
const untilMatters: ReadonlySet<QuotationState> = new Set(['draft', 'sent', 'expired', 'confirmed']);

const toneOf: Partial<Record<QuotationState, string>> = {
  expired: 'var(--danger-text)',
  draft: 'var(--warning-text)',
  confirmed: 'var(--accent-text)',
  sold: 'var(--accent-text)',
};

function Standing({ quotation, isCovered }: { quotation: Quotation; isCovered: boolean }) {
  const { t } = useWords();
  const words = useQuotationWords();
  const { state } = quotation;
  const news = isCovered ? [] : words.news(quotation);
  return (
    <>
      <Group gap="xs">
        <Badge variant="outline" color="gray" c={toneOf[state] ?? 'dimmed'}>
          {t(`quotations.state.${state}`)}
        </Badge>
        {untilMatters.has(state) && (
          <Text size="sm" className={state === 'expired' ? classes.late : ''}>
            {words.until(quotation)}
          </Text>
        )}
        <Text size="sm" c="dimmed">
          {quotation.number} · {t('quotations.by', { name: quotation.by.name })}
        </Text>
      </Group>
      {news.map((line, index) => (
        <Text key={line} size="sm" c={index === 0 && quotation.sale === null ? undefined : 'dimmed'}>
          {line}
        </Text>
      ))}
    </>
  );
}

interface MenuProps {
  readonly quotation: Quotation;
  readonly mayWrite: boolean;
  readonly onChoose: (doing: Doing) => void;
}

function QuotationMenu({ quotation, mayWrite, onChoose }: MenuProps) {
  const { t } = useWords();
  const { revise, discard, reopen } = useChanges(quotation);
  const { state } = quotation;
  const mayAnswer = state === 'sent' || state === 'expired';
  return (
    <Menu position="bottom-end" width={240}>
      <Menu.Target>
        <Button variant="default" px="sm" aria-label={t('common.moreAbout', { what: quotation.number })}>
          <IconDots size={20} aria-hidden />
        </Button>
      </Menu.Target>
      <Menu.Dropdown>
        {mayWrite && state === 'draft' && (
          <>
            <Menu.Item onClick={() => onChoose('edit')}>{t('common.edit')}</Menu.Item>
            <Menu.Item onClick={discard}>{t('quotations.discard')}</Menu.Item>
          </>
        )}
        {mayWrite && state === 'sent' && (
          <Menu.Item onClick={() => onChoose('send')}>{t('quotations.sendAgain')}</Menu.Item>
        )}
        {mayWrite && mayAnswer && (
          <Menu.Item onClick={() => onChoose('decline')}>{t('quotations.decline')}</Menu.Item>
        )}
        {mayWrite && (mayAnswer || state === 'confirmed' || state === 'declined') && (
          <Menu.Item onClick={revise}>{t('quotations.revise')}</Menu.Item>
        )}
        {mayWrite && (state === 'confirmed' || state === 'declined' || state === 'discarded') && (
          <Menu.Item onClick={reopen}>{t('quotations.reopen')}</Menu.Item>
        )}
        {mayWrite && <Menu.Item onClick={() => onChoose('promise')}>{t('promises.new')}</Menu.Item>}
        <Menu.Item onClick={() => onChoose('history')}>{t('quotations.history')}</Menu.Item>
      </Menu.Dropdown>
    </Menu>
  );
}

/** What is done at one touch, without a question. */
function useChanges(quotation: Quotation) {
  const { t } = useWords();
  const revise = useTell('quotations.revise');
  const discard = useTell('quotations.discard');
  const reopen = useTell('quotations.reopen');
  const takeBack = useTakeBack(quotation);
  const about = { quotationId: quotation.id };
  return {
    revise: () =>
      revise.mutate(about, {
        onSuccess: ({ number }) => toast(t('quotations.revised', { number })),
        onError: toastError,
      }),
    discard: () =>
      discard.mutate(about, {
        onSuccess: () => takeBack(t('quotations.discarded', { number: quotation.number })),
        onError: toastError,
      }),
    reopen: () =>
      reopen.mutate(about, { onSuccess: () => toast(t('quotations.reopened')), onError: toastError }),
  };
}
