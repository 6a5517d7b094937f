import type { Need } from '@shared/contract/needs';
import { useTell } from '../../lib/ask';
import { call } from '../../lib/call';
import { setCurrentNeed } from '../../lib/current-need';
import { useWords } from '../../lib/i18n';
import { toastError } from '../../ui/toast';
import { toastUndo } from '../../ui/toast-undo';
import { fieldsOf, type NeedValues, valuesOf } from './need-values';

/** Saves a new or changed need, with a way back; the talk at the counter is about it from then on. */
export function useSaveNeed(customerId: string, need: Need | null, onSaved: () => void) {
  const { t } = useWords();
  const note = useTell('needs.note');
  const update = useTell('needs.update');
  const isPending = note.isPending || update.isPending;

  const create = (values: NeedValues) =>
    note.mutate(
      { customerId, ...fieldsOf(values) },
      {
        onSuccess: ({ needId }) => {
          setCurrentNeed(customerId, needId);
          onSaved();
          toastUndo(t('needs.noted'), t('common.undo'), () => {
            setCurrentNeed(customerId, null);
            call('needs.setRemoved', { needId, isRemoved: true }).catch(toastError);
          });
        },
      },
    );
  const change = (before: Need, values: NeedValues) =>
    update.mutate(
      { needId: before.id, version: before.version, fields: fieldsOf(values) },
      {
        onSuccess: ({ version }) => {
          setCurrentNeed(customerId, before.id);
          onSaved();
          toastUndo(t('common.saved'), t('common.undo'), () => {
            const fields = fieldsOf(valuesOf(before));
            call('needs.update', { needId: before.id, version, fields }).catch(toastError);
          });
        },
      },
    );
  return {
    isPending,
    error: note.error ?? update.error,
    save(values: NeedValues) {
      if (isPending) return;
      if (need) change(need, values);
      else create(values);
    },
  };
}
