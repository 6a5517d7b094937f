import { Badge, Button, Group, SegmentedControl, Stack, Text, Textarea } from '@mantine/core';
import type { Output } from '@shared/contract';
import { isAllowed } from '@shared/contract/permissions';
import { OFFER_ANSWERS, type OfferAnswer } from '@shared/domain/allocation';
import { civilDateOf } from '@shared/domain/dates';
import { useState } from 'react';
import { useTell } from '../../lib/ask';
import { useCounter } from '../../lib/counter';
import { useWords } from '../../lib/i18n';
import { Dialog } from '../../ui/dialog';
import { FormEnd } from '../../ui/form-end';
import { InterestFlags } from '../../ui/interest-flags';
import { ButtonLink, TextLink } from '../../ui/links';
import { toast } from '../../ui/toast';
import { useAllocationWords } from './allocation-words';
import classes from './allocations.module.css';
import { ExtendForm } from './extend-form';

type Offer = Output<'allocations.get'>['offers'][number];

interface OfferRecordProps {
  readonly offer: Offer;
  readonly brand: string | null;
  /** Its answer may still be recorded: nobody was asked since. */
  readonly isLast: boolean;
}

/** An offer as it was made, what was known then, what came of it, and what is to be done now. */
export function OfferRecord({ offer, brand, isLast }: OfferRecordProps) {
  const { t } = useWords();
  const words = useAllocationWords();
  const { shop } = useCounter();
  const [isAnswering, setAnswering] = useState(false);
  const [isExtending, setExtending] = useState(false);
  const isOver = isLast && !offer.answer && offer.holdUntil < civilDateOf(Date.now(), shop.timeZone);
  return (
    <li className={classes.record}>
      <div>
        <Group gap="xs">
          <TextLink to="/customers/$customerId" params={{ customerId: offer.customer.id }}>
            {words.name(offer.customer)}
          </TextLink>
          <Badge variant="outline" color="gray">
            {offer.sale
              ? t('allocations.state.sold')
              : offer.answer
                ? t(`allocations.answers.${offer.answer.answer}`)
                : t('interests.offer.open')}
          </Badge>
          {offer.isAgain && (
            <Badge variant="outline" color="gray">
              {t('allocations.hold.fairnessAgain')}
            </Badge>
          )}
          <InterestFlags flags={offer.flags} />
        </Group>
        <Text size="sm" c="dimmed">
          {[
            words.when(offer.at),
            offer.by.name,
            t(`promises.channel.${offer.how}`),
            `${t('allocations.place')} ${offer.rank}`,
          ].join(' · ')}
        </Text>
        <Text size="sm" className={isOver ? classes.late : ''}>
          {t('allocations.holdUntil')} {words.day(offer.holdUntil)}
        </Text>
        {isOver && (
          <Text size="sm" c="dimmed">
            {t('allocations.hold.ranOut')}
          </Text>
        )}
        {offer.extensions.map((extension) => (
          <Text key={extension.at} size="sm" className={classes.said}>
            {t('allocations.hold.line', {
              from: words.day(extension.from),
              until: words.day(extension.until),
              name: extension.by.name,
              date: words.when(extension.at),
              reason: extension.reason,
            })}
            {extension.isBeyond && ` (${t('allocations.hold.isBeyond')})`}
          </Text>
        ))}
        {offer.againReason && (
          <Text size="sm" className={classes.said}>
            {t('allocations.hold.againLine', { reason: offer.againReason })}
          </Text>
        )}
        {offer.overrideReason && (
          <Text size="sm" className={classes.said}>
            {t('interests.offer.passed', { rank: offer.rank, reason: offer.overrideReason })}
          </Text>
        )}
        {offer.words && (
          <Text size="sm" className={classes.said}>
            {offer.words}
          </Text>
        )}
        {offer.answer && (
          <Text size="sm" className={classes.said}>
            {t(`allocations.answers.${offer.answer.answer}`)}
            {offer.answer.words && `: ${offer.answer.words}`}{' '}
            <Text span size="sm" c="dimmed">
              {t('allocations.answeredBy', {
                name: offer.answer.by.name,
                date: words.when(offer.answer.at),
              })}
            </Text>
          </Text>
        )}
        {offer.sale && <Text size="sm">{t('allocations.sold', { number: offer.sale.receiptNumber })}</Text>}
        <Text size="sm" c="dimmed">
          {t('allocations.tiesThen')}: {words.ties(offer.ties, brand)}
        </Text>
        {isLast && (
          <Acts offer={offer} onAnswer={() => setAnswering(true)} onExtend={() => setExtending(true)} />
        )}
      </div>
      {isExtending && <ExtendForm offer={offer} onClose={() => setExtending(false)} />}
      {isAnswering && <AnswerForm offer={offer} onClose={() => setAnswering(false)} />}
    </li>
  );
}

interface ActsProps {
  readonly offer: Offer;
  readonly onAnswer: () => void;
  readonly onExtend: () => void;
}

function Acts({ offer, onAnswer, onExtend }: ActsProps) {
  const { t } = useWords();
  const { staff } = useCounter();
  return (
    <Group gap={6} mt="xs">
      {offer.answer?.answer === 'accepted' && isAllowed(staff.role, 'sales.write') && (
        <ButtonLink to="/sale" search={{ customerId: offer.customer.id, productId: offer.productId }}>
          {t('allocations.sell')}
        </ButtonLink>
      )}
      {isAllowed(staff.role, 'allocations.write') && (
        <Button variant={offer.answer ? 'default' : 'filled'} onClick={onAnswer}>
          {t(offer.answer ? 'allocations.change' : 'allocations.answer')}
        </Button>
      )}
      {(offer.answer === null || offer.answer.answer === 'accepted') &&
        isAllowed(staff.role, 'allocations.write') && (
          <Button variant="default" onClick={onExtend}>
            {t('allocations.hold.extend')}
          </Button>
        )}
    </Group>
  );
}

function AnswerForm({ offer, onClose }: { readonly offer: Offer; readonly onClose: () => void }) {
  const { t } = useWords();
  const said = useAllocationWords();
  const [answer, setAnswer] = useState<OfferAnswer>('accepted');
  const [words, setWords] = useState('');
  const tell = useTell('allocations.answer');
  return (
    <Dialog
      title={t('allocations.answerTitle', { name: said.name(offer.customer) })}
      isOpen
      onClose={onClose}
    >
      <form
        onSubmit={(event) => {
          event.preventDefault();
          tell.mutate(
            { offerId: offer.id, answer, words: words || null },
            {
              onSuccess: () => {
                onClose();
                toast(t('allocations.answered'));
              },
            },
          );
        }}
      >
        <Stack gap="md">
          <SegmentedControl
            aria-label={t('allocations.answer')}
            value={answer}
            onChange={(value) => setAnswer(value as OfferAnswer)}
            data={OFFER_ANSWERS.map((value) => ({ value, label: t(`allocations.answers.${value}`) }))}
          />
          {offer.answer && <Text size="sm">{t('allocations.answerAgain')}</Text>}
          <Textarea
            data-autofocus
            label={t('allocations.answerWords')}
            required={offer.answer !== null}
            value={words}
            maxLength={500}
            autosize
            minRows={2}
            onChange={(event) => setWords(event.currentTarget.value)}
          />
          <FormEnd
            error={tell.error}
            isPending={tell.isPending}
            submit={t('allocations.answer')}
            onCancel={onClose}
          />
        </Stack>
      </form>
    </Dialog>
  );
}
