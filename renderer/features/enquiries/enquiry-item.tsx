import { Badge, Button, Group, Text } from '@mantine/core';
import type { Enquiry } from '@shared/contract/enquiries';
import { isAllowed } from '@shared/contract/permissions';
import { IconEyeOff } from '@tabler/icons-react';
import { useState } from 'react';
import { useTell } from '../../lib/ask';
import { useCounter } from '../../lib/counter';
import { useWords } from '../../lib/i18n';
import { TextLink } from '../../ui/links';
import { toast, toastError } from '../../ui/toast';
import { AnswerEnquiry } from './answer-enquiry';
import classes from './enquiries.module.css';
import { useEnquiryWords } from './enquiry-words';
import { Facts } from './facts';

interface EnquiryItemProps {
  readonly enquiry: Enquiry;
  /** True where the list is not the customer's own page. */
  readonly showsCustomer?: boolean;
}

/** One enquiry: the question, the facts, the answer or by when it is promised. */
export function EnquiryItem({ enquiry, showsCustomer = false }: EnquiryItemProps) {
  const { t } = useWords();
  const words = useEnquiryWords();
  const { staff } = useCounter();
  const reopen = useTell('enquiries.reopen');
  const [isAnswering, setAnswering] = useState(false);
  const [isUncovered, setUncovered] = useState(false);
  const isCovered = enquiry.isDiscreet && !isUncovered;
  const mayWrite = isAllowed(staff.role, 'enquiries.write');
  return (
    <li className={classes.enquiry}>
      <div>
        {showsCustomer && (
          <TextLink to="/customers/$customerId" params={{ customerId: enquiry.customer.id }}>
            {words.name(enquiry)}
          </TextLink>
        )}
        <Text className={classes.question}>
          {isCovered ? (
            <>
              <IconEyeOff size={16} aria-hidden /> {t('enquiries.covered')}
            </>
          ) : (
            enquiry.question
          )}
        </Text>
        <Standing enquiry={enquiry} />
        {!isCovered && <Said enquiry={enquiry} />}
      </div>
      {!isCovered && <Known enquiry={enquiry} />}
      <Group gap={6} wrap="nowrap" className={classes.doing}>
        {isCovered && (
          <Button variant="default" onClick={() => setUncovered(true)}>
            {t('enquiries.uncover')}
          </Button>
        )}
        {mayWrite && enquiry.status === 'open' && (
          <Button variant="default" onClick={() => setAnswering(true)}>
            {t('enquiries.reply')}
          </Button>
        )}
        {mayWrite && enquiry.status === 'answered' && (
          <Button
            variant="subtle"
            loading={reopen.isPending}
            onClick={() =>
              reopen.mutate(
                { enquiryId: enquiry.id },
                { onSuccess: () => toast(t('enquiries.reopened')), onError: toastError },
              )
            }
          >
            {t('enquiries.reopen')}
          </Button>
        )}
      </Group>
      {isAnswering && <AnswerEnquiry enquiry={enquiry} onClose={() => setAnswering(false)} />}
    </li>
  );
}

function Standing({ enquiry }: { enquiry: Enquiry }) {
  const { t } = useWords();
  const words = useEnquiryWords();
  const { promise } = enquiry;
  const quiet = [enquiry.number, words.asked(enquiry)];
  if (promise) quiet.push(t('enquiries.answers', { name: promise.owner.name }));
  return (
    <Group gap="xs">
      {promise?.isLate && (
        <Badge color="red" variant="outline" c="var(--danger-text)">
          {t('enquiries.late')}
        </Badge>
      )}
      {enquiry.status === 'open' && (
        <Text size="sm" className={promise?.isLate ? classes.late : ''}>
          {words.due(enquiry)}
        </Text>
      )}
      <Text size="sm" c="dimmed">
        {quiet.join(' · ')}
      </Text>
    </Group>
  );
}

function Said({ enquiry: { answer } }: { enquiry: Enquiry }) {
  const words = useEnquiryWords();
  if (!answer) return null;
  return (
    <>
      <Text className={classes.answer}>{answer.text}</Text>
      <Text size="sm" c="dimmed">
        {words.told(answer)}
      </Text>
    </>
  );
}

/** The facts beside the question: as they are while it is open, as they were when it was answered. */
function Known({ enquiry: { answer, facts } }: { enquiry: Enquiry }) {
  const { t } = useWords();
  if (facts.length === 0) return null;
  return (
    <div className={classes.known}>
      <Text size="sm" c="dimmed">
        {t(answer ? 'enquiries.facts.before' : 'enquiries.facts.now')}
      </Text>
      <Facts facts={facts} />
    </div>
  );
}
