import { Button, Group, Menu, Stack, Text, Timeline, Title } from '@mantine/core';
import type { Output } from '@shared/contract';
import type { Complaint } from '@shared/contract/complaints';
import { isAllowed } from '@shared/contract/permissions';
import { complaintEventInWords } from '@shared/words/complaint-sentences';
import { IconDots, IconPrinter } from '@tabler/icons-react';
import { useState } from 'react';
import { useAsk, useTell } from '../../lib/ask';
import { useCounter } from '../../lib/counter';
import { useWords } from '../../lib/i18n';
import { SidePanel } from '../../ui/dialog';
import { DocumentPreview } from '../../ui/document-preview';
import { ErrorNotice } from '../../ui/error-notice';
import { PromiseForm } from '../../ui/promise-form';
import { type ActName, CaseAct } from './case-act';
import { isLateNow, useComplaintWords } from './complaint-words';
import classes from './complaints.module.css';

interface ComplaintCaseProps {
  readonly complaintId: string;
  readonly onClose: () => void;
}

/** The whole case at the side: what is known, what was done, and what can be done next. */
export function ComplaintCase({ complaintId, onClose }: ComplaintCaseProps) {
  const { t } = useWords();
  const found = useAsk('complaints.get', { complaintId }, ['complaints', 'settings']);
  const [act, setAct] = useState<ActName | null>(null);
  const [isPromising, setPromises] = useState(false);
  const { data } = found;
  const title = [t('complaints.title'), data?.complaint.number].filter(Boolean).join(' · ');
  return (
    <SidePanel title={title} isOpen onClose={onClose} size={640}>
      <ErrorNotice error={found.error} onRetry={() => void found.refetch()} />
      {data && (
        <Stack gap="md">
          <Text className={classes.said}>{data.complaint.what}</Text>
          <Acts complaint={data.complaint} onChoose={setAct} onPromise={() => setPromises(true)} />
          {act && (
            <CaseAct
              key={act}
              act={act}
              complaint={data.complaint}
              limitMinor={data.limitMinor}
              onEnd={() => setAct(null)}
            />
          )}
          {isPromising && (
            <PromiseForm
              customerId={data.complaint.customer.id}
              promise={null}
              origin={{ kind: 'complaint', id: complaintId }}
              onClose={() => setPromises(false)}
            />
          )}
          <Facts complaint={data.complaint} />
          <Steps events={data.events} />
        </Stack>
      )}
    </SidePanel>
  );
}

interface ActsProps {
  readonly complaint: Complaint;
  readonly onChoose: (act: ActName) => void;
  readonly onPromise: () => void;
}

/** What can be done with the case as it stands: the usual as buttons, the rest in a menu. */
function Acts({ complaint, onChoose, onPromise }: ActsProps) {
  const { t } = useWords();
  const { staff } = useCounter();
  const mayWrite = isAllowed(staff.role, 'complaints.write');
  const isOpen = complaint.status === 'open';
  const usual = isOpen ? (['step', 'remedy', 'tell', 'close'] as const) : (['rate', 'reopen'] as const);
  return (
    <Group gap={6}>
      {mayWrite &&
        usual.map((act) => (
          <Button key={act} variant="default" onClick={() => onChoose(act)}>
            {t(actWords[act])}
          </Button>
        ))}
      {mayWrite && isOpen && (
        <Menu position="bottom-end" width={240}>
          <Menu.Target>
            <Button variant="default" px="sm" aria-label={t('common.moreAbout', { what: complaint.number })}>
              <IconDots size={20} aria-hidden />
            </Button>
          </Menu.Target>
          <Menu.Dropdown>
            {isAllowed(staff.role, 'promises.write') && (
              <Menu.Item onClick={onPromise}>{t('promises.new')}</Menu.Item>
            )}
            {(['escalate', 'hand-over', 'severity'] as const).map((act) => (
              <Menu.Item key={act} onClick={() => onChoose(act)}>
                {t(actWords[act])}
              </Menu.Item>
            ))}
          </Menu.Dropdown>
        </Menu>
      )}
      <PrintButton complaintId={complaint.id} />
    </Group>
  );
}

const actWords = {
  step: 'complaints.addStep',
  remedy: 'complaints.remedy',
  tell: 'complaints.tell',
  close: 'complaints.close',
  escalate: 'complaints.escalate',
  'hand-over': 'complaints.handOver',
  severity: 'complaints.changeSeverity',
  rate: 'complaints.rate',
  reopen: 'complaints.reopen',
} as const satisfies Record<ActName, string>;

function PrintButton({ complaintId }: { complaintId: string }) {
  const { t, language } = useWords();
  const make = useTell('complaints.summary');
  const [documentId, setDocumentId] = useState<string | null>(null);
  return (
    <>
      <Button
        variant="default"
        leftSection={<IconPrinter size={18} aria-hidden />}
        loading={make.isPending}
        onClick={() =>
          make.mutate({ complaintId, language }, { onSuccess: (made) => setDocumentId(made.documentId) })
        }
      >
        {t('complaints.print')}
      </Button>
      <ErrorNotice error={make.error} />
      <DocumentPreview documentId={documentId} onClose={() => setDocumentId(null)} />
    </>
  );
}

function Facts({ complaint }: { complaint: Complaint }) {
  const { t } = useWords();
  const words = useComplaintWords();
  const { sale, item, aboutStaff, remedy, cause, satisfaction } = complaint;
  const facts: (readonly [string, string | null])[] = [
    [t('complaints.customer'), `${words.name(complaint)} · ${complaint.customer.number}`],
    [t('complaints.severity'), t(`complaints.severities.${complaint.severity}`)],
    [t('complaints.about'), t(`complaints.abouts.${complaint.about}`)],
    [t('complaints.sale'), sale && `${sale.receiptNumber} · ${words.day(sale.soldOn)}`],
    [t('complaints.item'), item && [item.description, item.serial].filter(Boolean).join(' · ')],
    [t('complaints.aboutStaff'), aboutStaff?.name ?? null],
    [
      t('complaints.receivedAt'),
      `${words.when(complaint.receivedAt)} · ${t(`complaints.sources.${complaint.source}`)}`,
    ],
    [t('complaints.owner'), complaint.owner.name],
    [
      t('complaints.remedy'),
      remedy &&
        `${remedy.words} · ${t(`complaints.remedyState.${remedy.state}`)} · ${words.amount(remedy.costMinor, complaint.currency)}`,
    ],
    [t('complaints.told'), words.told(complaint)],
    [t('complaints.cause'), cause && `${t(`complaints.causes.${cause.code}`)} · ${cause.words}`],
    [t('complaints.lesson'), complaint.lesson],
    [
      t('complaints.satisfaction'),
      satisfaction === null ? null : t('complaints.satisfactionOf', { score: satisfaction }),
    ],
  ];
  return (
    <div>
      <Text className={isLateNow(complaint) ? classes.late : ''} fw={600} mb="xs">
        {words.clock(complaint)}
      </Text>
      <dl className={classes.facts}>
        {facts.map(
          ([name, value]) =>
            value && (
              <div key={name} style={{ display: 'contents' }}>
                <dt>{name}</dt>
                <dd>{value}</dd>
              </div>
            ),
        )}
      </dl>
    </div>
  );
}

function Steps({ events }: Pick<Output<'complaints.get'>, 'events'>) {
  const { t, language } = useWords();
  const words = useComplaintWords();
  return (
    <div>
      <Title order={3} fz={16} mb="sm">
        {t('complaints.steps')}
      </Title>
      <Timeline bulletSize={12} lineWidth={1}>
        {events.map((event) => (
          <Timeline.Item key={event.id} title={complaintEventInWords(event, language)}>
            {event.words && event.kind !== 'received' && <Text>{event.words}</Text>}
            <Text size="sm" c="dimmed">
              {words.when(event.at)} · {event.by.name}
            </Text>
          </Timeline.Item>
        ))}
      </Timeline>
    </div>
  );
}
