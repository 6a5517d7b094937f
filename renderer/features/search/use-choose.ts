import type { SearchResult } from '@shared/contract/search';
import { useNavigate } from '@tanstack/react-router';
import { lockNow } from '../../lib/lock-now';
import type { Option } from './options';

/** Goes where an option leads. */
export function useChoose(): (option: Option) => void {
  const navigate = useNavigate();
  const open = (result: SearchResult) => {
    if (result.kind === 'product') {
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
