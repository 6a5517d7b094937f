import { Badge, Button, Group, Menu, Text } from '@mantine/core';
import type { Interest, Offer } from '@shared/contract/interests';
import { isAllowed } from '@shared/contract/permissions';
import { IconDots, IconEyeOff } from '@tabler/icons-react';
import { useState } from 'react';
import { useTell } from '../../lib/ask';
import { call } from '../../lib/call';
import { useCounter } from '../../lib/counter';
import { useWords } from '../../lib/i18n';
import { DocumentPreview } from '../../ui/document-preview';
import { InterestFlags } from '../../ui/interest-flags';
import { ButtonLink, TextLink } from '../../ui/links';
import { ReasonDialog } from '../../ui/reason-dialog';
import { toast, toastError } from '../../ui/toast';
import { toastUndo } from '../../ui/toast-undo';
import { useInterestWords } from './interest-words';
import classes from './interests.module.css';

interface InterestItemProps {
  readonly interest: Interest;
  /** Lists of one product name the customer; the customer's own page names the product. */
  readonly names: 'customer' | 'product';
}

/** One interest: what and why, since when, with which ties; what was offered, and what can be done. */
export function InterestItem({ interest, names }: InterestItemProps) {
  const { t } = useWords();
  const words = useInterestWords();
  const [isUncovered, setUncovered] = useState(false);
  const isCovered = interest.isDiscreet && !isUncovered;
  const title =
    names === 'customer' ? (
      <TextLink to="/customers/$customerId" params={{ customerId: interest.customer.id }}>
        {words.name(interest.customer)}
      </TextLink>
    ) : (
      [words.product(interest.product), interest.product.reference].filter(Boolean).join(' · ')
    );
  return (
    <li className={classes.interest}>
      <div>
        <Group gap="xs">
          <Text className={classes.what} component="div">
            {isCovered ? (
              <>
                <IconEyeOff size={16} aria-hidden /> {t('interests.covered')}
              </>
            ) : (
              title
            )}
          </Text>
          <Badge variant="outline" color={interest.state === 'offered' ? 'accent' : 'gray'}>
            {t(`interests.state.${interest.state}`)}
          </Badge>
          {!isCovered && <InterestFlags flags={interest.flags} />}
        </Group>
        {!isCovered && <Facts interest={interest} />}
      </div>
      <Group gap={6} wrap="nowrap">
        {isCovered && (
          <Button variant="default" onClick={() => setUncovered(true)}>
            {t('interests.uncover')}
          </Button>
        )}
        <Acts interest={interest} />
      </Group>
    </li>
  );
}

function Facts({ interest }: { readonly interest: Interest }) {
  const { t } = useWords();
  const words = useInterestWords();
  const facts = [
    interest.number,
    t('interests.registeredOn', { date: words.day(interest.registeredOn) }),
    t('interests.waited', { count: interest.waitedDays }),
    t(interest.wantsToBeTold ? 'interests.told' : 'interests.notTold'),
    t('interests.advisedBy', { name: interest.advisor.name }),
  ];
  return (
    <>
      <Text className={classes.said}>{interest.reason}</Text>
      <Text size="sm" c="dimmed">
        {facts.join(' · ')}
      </Text>
      <Text size="sm">
        {words.ties(interest.ties, interest.product.brand)}
        {interest.purpose !== 'unsaid' && ` · ${t(`interests.purposes.${interest.purpose}`)}`}
      </Text>
      {interest.statedTies && (
        <Text size="sm">{t('interests.saidTies', { words: interest.statedTies })}</Text>
      )}
      {interest.changes.map((change) => (
        <Text key={change.at} size="sm">
          {t(`interests.change.${change.kind}`, { reason: change.reason })}{' '}
          <Text span size="sm" c="dimmed">
            {t('interests.changedBy', { name: change.by.name, date: words.when(change.at) })}
          </Text>
        </Text>
      ))}
      {interest.places.map(({ allocationId, number, rank }) => (
        <TextLink key={allocationId} to="/allocations/$allocationId" params={{ allocationId }}>
          {t('interests.placeIn', { number, rank })}
        </TextLink>
      ))}
      {interest.offers.map((offer) => (
        <OfferLine key={offer.id} offer={offer} interest={interest} />
      ))}
    </>
  );
}

interface OfferLineProps {
  readonly offer: Offer;
  readonly interest: Interest;
}

function OfferLine({ offer, interest }: OfferLineProps) {
  const { t } = useWords();
  const words = useInterestWords();
  const { staff } = useCounter();
  const answer = offer.sale
    ? t('interests.offer.sold', { number: offer.sale.receiptNumber })
    : t(`interests.offer.${offer.answer?.answer ?? 'open'}`);
  const isToBeSold = offer.answer?.answer === 'accepted' && !offer.sale;
  return (
    <div className={classes.offer}>
      <Text size="sm">
        {t('interests.offer.made', {
          number: offer.allocationNumber,
          date: words.when(offer.at),
          name: offer.by.name,
          until: words.day(offer.holdUntil),
        })}
      </Text>
      {offer.overrideReason && (
        <Text size="sm">
          {t('interests.offer.passed', { rank: offer.rank, reason: offer.overrideReason })}
        </Text>
      )}
      <Text size="sm" fw={600}>
        {answer}
        {offer.answer?.words && `: ${offer.answer.words}`}
      </Text>
      <Group gap={6}>
        <ButtonLink
          variant="default"
          to="/allocations/$allocationId"
          params={{ allocationId: offer.allocationId }}
        >
          {t('interests.offer.piece')}
        </ButtonLink>
        {isToBeSold && isAllowed(staff.role, 'sales.write') && (
          <ButtonLink
            to="/sale"
            search={{ customerId: interest.customer.id, productId: interest.product.id }}
          >
            {t('interests.offer.sell')}
          </ButtonLink>
        )}
      </Group>
    </div>
  );
}

type Doing = 'withdraw' | 'reinstate' | null;

function Acts({ interest }: { readonly interest: Interest }) {
  const { t } = useWords();
  const { staff } = useCounter();
  const [doing, setDoing] = useState<Doing>(null);
  const [documentId, setDocumentId] = useState<string | null>(null);
  const print = useTell('interests.confirmation');
  const mayWrite = isAllowed(staff.role, 'interests.write');
  return (
    <>
      <Menu position="bottom-end" width={240}>
        <Menu.Target>
          <Button
            variant="default"
            px="sm"
            loading={print.isPending}
            aria-label={t('common.moreAbout', { what: interest.number })}
          >
            <IconDots size={20} aria-hidden />
          </Button>
        </Menu.Target>
        <Menu.Dropdown>
          <Menu.Item
            onClick={() =>
              print.mutate(
                { interestId: interest.id },
                { onSuccess: (made) => setDocumentId(made.documentId), onError: toastError },
              )
            }
          >
            {t('interests.print')}
          </Menu.Item>
          {mayWrite && interest.state === 'waiting' && (
            <Menu.Item onClick={() => setDoing('withdraw')}>{t('interests.withdraw')}</Menu.Item>
          )}
          {mayWrite && interest.state === 'withdrawn' && (
            <Menu.Item onClick={() => setDoing('reinstate')}>{t('interests.reinstate')}</Menu.Item>
          )}
        </Menu.Dropdown>
      </Menu>
      {doing === 'withdraw' && <Withdraw interest={interest} onClose={() => setDoing(null)} />}
      {doing === 'reinstate' && <Reinstate interest={interest} onClose={() => setDoing(null)} />}
      <DocumentPreview documentId={documentId} onClose={() => setDocumentId(null)} />
    </>
  );
}

interface EndProps {
  readonly interest: Interest;
  readonly onClose: () => void;
}

function Withdraw({ interest, onClose }: EndProps) {
  const { t } = useWords();
  const withdraw = useTell('interests.withdraw');
  return (
    <ReasonDialog
      title={t('interests.withdrawTitle', { number: interest.number })}
      hint={t('interests.withdrawHint')}
      label={t('interests.why')}
      submit={t('interests.withdraw')}
      error={withdraw.error}
      isPending={withdraw.isPending}
      onClose={onClose}
      onSave={(reason) =>
        withdraw.mutate(
          { interestId: interest.id, reason },
          {
            onSuccess: () => {
              onClose();
              toastUndo(t('interests.withdrawn'), t('common.undo'), () =>
                call('interests.reinstate', { interestId: interest.id, reason: t('interests.mistake') }),
              );
            },
          },
        )
      }
    />
  );
}

function Reinstate({ interest, onClose }: EndProps) {
  const { t } = useWords();
  const reinstate = useTell('interests.reinstate');
  return (
    <ReasonDialog
      title={t('interests.reinstateTitle', { number: interest.number })}
      hint={t('interests.reinstateHint')}
      label={t('interests.why')}
      submit={t('interests.reinstate')}
      error={reinstate.error}
      isPending={reinstate.isPending}
      onClose={onClose}
      onSave={(reason) =>
        reinstate.mutate(
          { interestId: interest.id, reason },
          {
            onSuccess: () => {
              onClose();
              toast(t('interests.reinstated'));
            },
          },
        )
      }
    />
  );
}
