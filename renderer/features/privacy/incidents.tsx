import { Button, Group, Skeleton, Text } from '@mantine/core';
import type { Incident } from '@shared/contract/privacy';
import { useState } from 'react';
import { useAsk, useTell } from '../../lib/ask';
import { useWords } from '../../lib/i18n';
import { DocumentPreview } from '../../ui/document-preview';
import { EmptyState } from '../../ui/empty-state';
import { ErrorNotice } from '../../ui/error-notice';
import { CloseIncident, IncidentForm, NoteIncident } from './incident-forms';
import classes from './privacy.module.css';
import { usePrivacyWords } from './privacy-words';

/** The register of what went wrong with personal data: what, whose in figures, what was done, who was told. */
export function Incidents() {
  const { t } = useWords();
  const list = useAsk('privacy.incidents', {}, ['privacy', 'staff']);
  const [isNew, setNew] = useState(false);
  const { incidents = [] } = list.data ?? {};
  const begin = <Button onClick={() => setNew(true)}>{t('privacy.incident.new')}</Button>;
  return (
    <div>
      <ErrorNotice error={list.error} onRetry={() => void list.refetch()} />
      {!list.data && !list.error && <Skeleton height={200} />}
      {list.data && incidents.length === 0 && (
        <EmptyState
          title={t('privacy.incident.empty')}
          hint={t('privacy.incident.emptyHint')}
          action={begin}
        />
      )}
      {incidents.length > 0 && <Group justify="flex-end">{begin}</Group>}
      <ul className={classes.list}>
        {incidents.map((incident) => (
          <IncidentItem key={incident.id} incident={incident} />
        ))}
      </ul>
      {isNew && <IncidentForm onClose={() => setNew(false)} />}
    </div>
  );
}

function IncidentItem({ incident }: { incident: Incident }) {
  const { t, language } = useWords();
  const words = usePrivacyWords();
  const paper = useTell('privacy.incidentPaper');
  const [doing, setDoing] = useState<'note' | 'close' | null>(null);
  const [documentId, setDocumentId] = useState<string | null>(null);
  const print = (which: 'record' | 'letter') =>
    paper.mutate(
      { incidentId: incident.id, paper: which, language },
      { onSuccess: (made) => setDocumentId(made.documentId) },
    );
  return (
    <li className={classes.request}>
      <div>
        <Text className={classes.what}>
          {t('privacy.incident.line', {
            kind: t(`privacy.incident.kind.${incident.kind}`),
            date: words.day(incident.happenedOn),
            count: incident.people,
          })}
        </Text>
        <Text>{incident.what}</Text>
        <Text size="sm">
          {incident.dataKinds} · {incident.measures}
        </Text>
        {incident.events.map((event) => (
          <Text key={event.id} size="sm">
            {words.day(event.onDay)} ·{' '}
            {event.whom
              ? t('privacy.incident.told', { whom: t(`privacy.incident.whoms.${event.whom}`) })
              : t(event.kind === 'closed' ? 'privacy.incident.closed' : 'privacy.incident.measure')}{' '}
            · {event.words}
          </Text>
        ))}
        <Text size="sm" c="dimmed">
          {incident.number} · {incident.madeBy.name}
        </Text>
        <ErrorNotice error={paper.error} />
      </div>
      <Group gap={6} justify="flex-end" maw={360}>
        {incident.closed === null && (
          <>
            <Button variant="default" onClick={() => setDoing('note')}>
              {t('privacy.incident.add')}
            </Button>
            <Button variant="default" onClick={() => setDoing('close')}>
              {t('privacy.incident.close')}
            </Button>
          </>
        )}
        <Button variant="default" onClick={() => print('record')}>
          {t('privacy.incident.record')}
        </Button>
        <Button variant="default" onClick={() => print('letter')}>
          {t('privacy.incident.letter')}
        </Button>
      </Group>
      {doing === 'note' && <NoteIncident incident={incident} onClose={() => setDoing(null)} />}
      {doing === 'close' && <CloseIncident incident={incident} onClose={() => setDoing(null)} />}
      <DocumentPreview documentId={documentId} onClose={() => setDocumentId(null)} />
    </li>
  );
}
