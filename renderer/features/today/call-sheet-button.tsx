import { Button } from '@mantine/core';
import { isAllowed } from '@shared/contract/permissions';
import { IconPhone } from '@tabler/icons-react';
import { useState } from 'react';
import { useTell } from '../../lib/ask';
import { useCounter } from '../../lib/counter';
import { useWords } from '../../lib/i18n';
import { DocumentPreview } from '../../ui/document-preview';
import { toastError } from '../../ui/toast';

interface CallSheetProps {
  readonly scope: 'mine' | 'shop';
  readonly day: string;
}

/** Whom to call on a day, on paper: shown before it is printed. */
export function CallSheetButton({ scope, day }: CallSheetProps) {
  const { t, language } = useWords();
  const { staff } = useCounter();
  const make = useTell('today.callSheet');
  const [documentId, setDocument] = useState<string | null>(null);
  if (!isAllowed(staff.role, 'duties.print')) return null;
  return (
    <>
      <Button
        variant="default"
        leftSection={<IconPhone size={18} aria-hidden />}
        loading={make.isPending}
        onClick={() =>
          make.mutate(
            { scope, day, language },
            { onSuccess: ({ documentId: made }) => setDocument(made), onError: toastError },
          )
        }
      >
        {t('calendar.sheet.button')}
      </Button>
      <DocumentPreview documentId={documentId} onClose={() => setDocument(null)} />
    </>
  );
}
