import { Alert, Button, Group, Menu, Skeleton, Stack, Text } from '@mantine/core';
import type { Output } from '@shared/contract';
import { isAllowed } from '@shared/contract/permissions';
import { formatInstant } from '@shared/domain/dates';
import { IconPrinter } from '@tabler/icons-react';
import { useParams } from '@tanstack/react-router';
import { useState } from 'react';
import { useAsk, useTell } from '../../lib/ask';
import { useCounter } from '../../lib/counter';
import { useWords } from '../../lib/i18n';
import { DocumentPreview } from '../../ui/document-preview';
import { ErrorNotice } from '../../ui/error-notice';
import { TextLink } from '../../ui/links';
import { Page } from '../../ui/page';
import { Section } from '../../ui/section';
import { toast } from '../../ui/toast';
import { AgendaEditor } from './agenda-editor';
import { CancelReview, ChangeReview, MoveReview } from './change-review';
import { CoveredWords } from './covered-words';
import { MinutesForm } from './minutes-form';
import { useReviewWords } from './review-words';
import classes from './reviews.module.css';

type Meeting = Output<'reviews.get'>;
type Open = 'move' | 'change' | 'cancel';

/** One review meeting: its agenda while it is to come, its minutes once it was held. */
export function ReviewMeetingPage() {
  const { t } = useWords();
  const { reviewId } = useParams({ from: '/reviews/$reviewId' });
  const meeting = useAsk('reviews.get', { reviewId }, ['reviews', 'promises', 'customers', 'staff']);
  const { data } = meeting;
  if (!data)
    return (
      <Page title={t('reviews.title')}>
        <ErrorNotice error={meeting.error} onRetry={() => void meeting.refetch()} />
        {!meeting.error && <Skeleton height={300} />}
      </Page>
    );
  return <Shown key={reviewId} meeting={data} />;
}

function Shown({ meeting }: { readonly meeting: Meeting }) {
  const { t } = useWords();
  const words = useReviewWords();
  const { staff } = useCounter();
  const { review } = meeting;
  const [open, setOpen] = useState<Open | null>(null);
  const [isWriting, setWriting] = useState(false);
  const revive = useTell('reviews.revive');
  const mayWrite = isAllowed(staff.role, 'reviews.write');
  const isPlanned = review.status === 'planned';
  const close = () => setOpen(null);
  return (
    <Page
      title={t('reviews.titleOf', { name: words.name(review.customer) })}
      subtitle={[review.number, t(`reviews.status.${review.status}`), words.when(review)].join(' · ')}
      actions={
        <>
          <PrintMenu meeting={meeting} />
          {isPlanned && mayWrite && !isWriting && (
            <Button onClick={() => setWriting(true)}>{t('reviews.hold')}</Button>
          )}
        </>
      }
    >
      <Group gap="sm">
        <TextLink to="/customers/$customerId" params={{ customerId: review.customer.id }} underline="always">
          {words.name(review.customer)}
        </TextLink>
        <Text c="dimmed">{[review.place, words.people(review)].join(' · ')}</Text>
      </Group>
      {isPlanned && mayWrite && (
        <Group gap="sm">
          <Button variant="default" onClick={() => setOpen('change')}>
            {t('reviews.change')}
          </Button>
          <Button variant="default" onClick={() => setOpen('move')}>
            {t('reviews.move')}
          </Button>
          <Button variant="default" onClick={() => setOpen('cancel')}>
            {t('reviews.cancel')}
          </Button>
        </Group>
      )}
      {review.cancelledReason && (
        <Alert color="gray" role="status">
          <Group justify="space-between">
            <Text>{t('reviews.cancelledLine', { reason: review.cancelledReason })}</Text>
            {mayWrite && (
              <Button
                variant="default"
                loading={revive.isPending}
                onClick={() => revive.mutate({ reviewId: review.id })}
              >
                {t('reviews.revive')}
              </Button>
            )}
          </Group>
          <ErrorNotice error={revive.error} />
        </Alert>
      )}
      {isPlanned && isWriting && (
        <MinutesForm
          meeting={meeting}
          onClose={() => setWriting(false)}
          onHeld={(count) => {
            setWriting(false);
            toast(t('reviews.held', { count }));
          }}
        />
      )}
      {isPlanned && !isWriting && mayWrite && (
        <AgendaEditor key={review.version} review={review} points={meeting.points} />
      )}
      {(!isPlanned || !mayWrite) && <ReadPoints meeting={meeting} />}
      <History meeting={meeting} />
      {open === 'move' && <MoveReview review={review} onClose={close} />}
      {open === 'change' && <ChangeReview review={review} onClose={close} />}
      {open === 'cancel' && <CancelReview review={review} onClose={close} />}
    </Page>
  );
}

function PrintMenu({ meeting }: { readonly meeting: Meeting }) {
  const { t } = useWords();
  const print = useTell('reviews.print');
  const { id: reviewId, language } = meeting.review;
  return (
    <>
      <Menu position="bottom-end" trapFocus>
        <Menu.Target>
          <Button
            variant="default"
            leftSection={<IconPrinter size={18} aria-hidden />}
            loading={print.isPending}
          >
            {t('reviews.print')}
          </Button>
        </Menu.Target>
        <Menu.Dropdown>
          <Menu.Item onClick={() => print.mutate({ reviewId, copy: 'customer', language })}>
            {t('reviews.printCustomer')}
          </Menu.Item>
          <Menu.Item onClick={() => print.mutate({ reviewId, copy: 'shop', language })}>
            {t('reviews.printShop')}
          </Menu.Item>
        </Menu.Dropdown>
      </Menu>
      <ErrorNotice error={print.error} />
      <DocumentPreview documentId={print.data?.documentId ?? null} onClose={() => print.reset()} />
    </>
  );
}

/** The points with what was said, as they stay. */
function ReadPoints({ meeting: { review, points } }: { readonly meeting: Meeting }) {
  const { t } = useWords();
  const words = useReviewWords();
  return (
    <Section title={t(review.status === 'held' ? 'reviews.holdTitle' : 'reviews.agenda')}>
      <ol className={classes.points}>
        {points.map((point, index) => (
          <li key={point.id} className={classes.point}>
            <span className={classes.number}>{index + 1}</span>
            <div>
              <CoveredWords isDiscreet={point.isDiscreet} words={point.words} />
              {point.minutes && <Text className={classes.said}>{point.minutes}</Text>}
              {point.promise && (
                <Text size="sm" c="dimmed">
                  {t('reviews.actionLine', {
                    ...point.promise,
                    what: point.promise.isDiscreet ? t('reviews.covered') : point.promise.what,
                    date: words.day(point.promise.dueOn),
                    status: t(`reviews.promiseStatus.${point.promise.status as 'open'}`),
                  })}
                </Text>
              )}
            </div>
            <Text size="sm" c="dimmed">
              {point.isInternal ? t('reviews.internal') : ''}
            </Text>
          </li>
        ))}
      </ol>
      {review.customerWords && (
        <Stack gap={4} mt="md">
          <Text fw={600}>{t('reviews.customerWords')}</Text>
          <Text className={classes.said}>{review.customerWords}</Text>
        </Stack>
      )}
      {review.satisfaction !== null && (
        <Text mt="sm">
          {t('reviews.satisfaction')}: {t('reviews.satisfactionOf', { score: review.satisfaction })}
        </Text>
      )}
      {review.nextOn && (
        <Text mt="sm">
          {t('reviews.nextOn')}: {words.day(review.nextOn)}
        </Text>
      )}
    </Section>
  );
}

function History({ meeting: { events } }: { readonly meeting: Meeting }) {
  const { t, language } = useWords();
  const words = useReviewWords();
  const { shop } = useCounter();
  const day = (date: string | null | undefined) => (date ? words.day(date) : '');
  return (
    <Section title={t('reviews.history')}>
      <ul className={classes.list}>
        {events.map(({ id, at, by, kind, reason, detail }) => (
          <li key={id} className={classes.review}>
            <div>
              <Text size="sm">
                {t(`reviews.event.${kind}`, {
                  on: day(detail.on),
                  from: day(detail.from),
                  to: day(detail.to),
                })}
                {reason ? `: ${reason}` : ''}
              </Text>
              <Text size="sm" c="dimmed">
                {[formatInstant(at, language, shop.timeZone), by].join(' · ')}
              </Text>
            </div>
          </li>
        ))}
      </ul>
    </Section>
  );
}
