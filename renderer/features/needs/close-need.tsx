import { Stack, TextInput } from '@mantine/core';
import { lostReasons, type Need, postponedReasons } from '@shared/contract/needs';
import { addDays, civilDateOf } from '@shared/domain/dates';
import { ScannedCode } from '@shared/domain/key-bursts';
import { useRef, useState } from 'react';
import { useTell } from '../../lib/ask';
import { call } from '../../lib/call';
import { useCounter } from '../../lib/counter';
import { useWords } from '../../lib/i18n';
import { Dialog } from '../../ui/dialog';
import { FormEnd } from '../../ui/form-end';
import { toastError } from '../../ui/toast';
import { toastUndo } from '../../ui/toast-undo';
import { KeyChoice } from './key-choice';
import { useNeedWords } from './need-words';
import classes from './needs.module.css';

interface CloseNeedProps {
  readonly need: Need;
  readonly outcome: 'lost' | 'postponed';
  readonly onClose: () => void;
}

const usualPauseDays = 30;

/** Why it was lost or put off, and until when: a digit and Enter. */
export function CloseNeed({ need, outcome, onClose }: CloseNeedProps) {
  const { t } = useWords();
  const words = useNeedWords();
  const { shop } = useCounter();
  const today = civilDateOf(Date.now(), shop.timeZone);
  const [code, setCode] = useState<string | null>(null);
  const scanned = useRef(new ScannedCode());
  const [other, setOther] = useState('');
  const [until, setUntil] = useState(addDays(today, usualPauseDays));
  const end = useEndNeed(onClose);
  const codes: readonly string[] = outcome === 'lost' ? lostReasons : postponedReasons;
  const choices = codes.map((one, index) => ({
    code: one,
    label: words.reason(one),
    hint: String(index + 1),
  }));
  const save = () =>
    end.close(need, outcome, { reason: other.trim() || code, until: outcome === 'postponed' ? until : null });

  return (
    <Dialog title={t(outcome === 'lost' ? 'needs.whyLost' : 'needs.whyPostponed')} isOpen onClose={onClose}>
      <form
        onSubmit={(event) => {
          event.preventDefault();
          save();
        }}
        onKeyDown={(event) => {
          const isField = event.target instanceof HTMLInputElement && event.target.type !== 'checkbox';
          // A scanned label is no reason, and its Enter ends nothing.
          if (!isField && scanned.current.press({ key: event.key, at: event.timeStamp }).code !== null) {
            event.preventDefault();
            setCode(null);
            return;
          }
          if (event.key === 'Enter' && !(event.target instanceof HTMLButtonElement)) {
            event.preventDefault();
            save();
            return;
          }
          const choice = choices.find(({ hint }) => hint === event.key);
          if (isField || !choice) return;
          event.preventDefault();
          setCode(choice.code);
        }}
      >
        <Stack gap="md">
          <div tabIndex={-1} data-autofocus className={classes.start}>
            <KeyChoice label={t('needs.why')} choices={choices} value={code} onChange={setCode} />
          </div>
          <TextInput
            label={t('needs.otherReason')}
            value={other}
            maxLength={300}
            onChange={(event) => setOther(event.currentTarget.value)}
          />
          {outcome === 'postponed' && (
            <TextInput
              type="date"
              label={t('needs.until')}
              min={addDays(today, 1)}
              value={until}
              onChange={(event) => setUntil(event.currentTarget.value)}
            />
          )}
          <FormEnd
            error={end.error}
            isPending={end.isPending}
            submit={t(outcome === 'lost' ? 'needs.lost' : 'needs.postpone')}
            onCancel={onClose}
          />
        </Stack>
      </form>
    </Dialog>
  );
}

/** Ends a need, with a way back in the toast. */
export function useEndNeed(onDone: () => void = () => undefined) {
  const { t } = useWords();
  const words = useNeedWords();
  const close = useTell('needs.close');
  const told = { met: t('needs.markedMet'), lost: t('needs.markedLost') };
  return {
    isPending: close.isPending,
    error: close.error,
    close(
      need: Need,
      outcome: 'met' | 'lost' | 'postponed',
      { reason = null, until = null }: { reason?: string | null; until?: string | null } = {},
    ) {
      close.mutate(
        { needId: need.id, outcome, reason, until: until || null },
        {
          onSuccess: () => {
            onDone();
            const message =
              outcome === 'postponed'
                ? t('needs.markedPostponed', { date: words.day(until ?? '') })
                : told[outcome];
            toastUndo(message, t('common.undo'), () => {
              call('needs.reopen', { needId: need.id }).catch(toastError);
            });
          },
        },
      );
    },
  };
}
