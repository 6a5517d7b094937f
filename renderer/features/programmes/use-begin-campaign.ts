import { useNavigate } from '@tanstack/react-router';
import { useTell } from '../../lib/ask';
import { useWords } from '../../lib/i18n';
import { toast, toastError } from '../../ui/toast';

/** Begins a campaign for a programme, or for one of its actions, and goes to it. */
export function useBeginCampaign(programmeId: string) {
  const { t } = useWords();
  const navigate = useNavigate();
  const begin = useTell('campaigns.beginFor');
  return {
    isPending: begin.isPending,
    start: (actionId: string | null) =>
      begin.mutate(
        { programmeId, actionId },
        {
          onSuccess: ({ campaignId, number }) => {
            toast(t('programmes.campaigns.begun', { number }));
            void navigate({ to: '/campaigns/$campaignId', params: { campaignId } });
          },
          onError: toastError,
        },
      ),
  };
}
