import type { SearchPlace, SearchResult } from '@shared/contract/search';
import { useNavigate } from '@tanstack/react-router';
import { lockNow } from '../../lib/lock-now';
import type { Option } from './options';

const lists = { gift: '/gifts', survey: '/feedback/surveys', privacyRequest: '/privacy' } as const;

/** Goes where an option leads. */
export function useChoose(): (option: Option) => void {
  const navigate = useNavigate();
  const openRecord = (place: SearchPlace, id: string) => {
    if (place === 'campaign') return navigate({ to: '/campaigns/$campaignId', params: { campaignId: id } });
    if (place === 'programme')
      return navigate({ to: '/programmes/$programmeId', params: { programmeId: id } });
    if (place === 'event') return navigate({ to: '/events/$eventId', params: { eventId: id } });
    if (place === 'segment') return navigate({ to: '/segments/$segmentId', params: { segmentId: id } });
    if (place === 'guideline') return navigate({ to: '/guidelines', search: { guidelineId: id } });
    if (place === 'allocation')
      return navigate({ to: '/allocations/$allocationId', params: { allocationId: id } });
    if (place === 'review') return navigate({ to: '/reviews/$reviewId', params: { reviewId: id } });
    if (place === 'job') return navigate({ to: '/jobs/$jobId', params: { jobId: id } });
    // Without a screen of its own, it stands in the list of its kind.
    return navigate({ to: lists[place] });
  };
  const open = (result: SearchResult) => {
    if (result.place !== null) {
      void openRecord(result.place, result.id);
    } else if (result.kind === 'product') {
      void navigate({ to: '/products/$productId', params: { productId: result.id } });
    } else if (result.customerId) {
      void navigate({ to: '/customers/$customerId', params: { customerId: result.customerId } });
    } else {
      void navigate({ to: '/sale' });
    }
  };
  return (option) => {
    if (option.type === 'result') open(option.result);
    else if (option.type === 'new') void navigate({ to: '/customers/new', search: { name: option.name } });
    else if (option.command.to) void navigate({ to: option.command.to });
    else lockNow();
  };
}
