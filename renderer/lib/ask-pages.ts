import type { Input, OperationName, Output } from '@shared/contract';
import type { Topic } from '@shared/contract/topics';
import { keepPreviousData, useInfiniteQuery } from '@tanstack/react-query';
import { queryClient } from './ask';
import { type CallError, call } from './call';

/** Queries that answer page by page: `cursor` in, `next` out. */
type PagedOperation = {
  [N in OperationName]: Output<N> extends { next: string | null } ? N : never;
}[OperationName];

const keyOf = (operation: string, input: unknown) => [operation, 'pages', input];

/** Asks the first page before the part that shows it is there; see `askAhead`. */
export function askPageAhead<N extends PagedOperation>(
  operation: N,
  input: Input<N>,
  topics: readonly Topic[],
): void {
  void queryClient.prefetchInfiniteQuery({
    queryKey: keyOf(operation, input),
    queryFn: () => call(operation, input),
    initialPageParam: '',
    meta: { topics },
  });
}

/** Asks a list page by page and asks again from the top whenever one of `topics` was touched. */
export function useAskPages<N extends PagedOperation>(
  operation: N,
  input: Input<N>,
  topics: readonly Topic[],
) {
  return useInfiniteQuery<Output<N>, CallError, Output<N>[], unknown[], string>({
    queryKey: keyOf(operation, input),
    queryFn: ({ pageParam }) => call(operation, pageParam ? { ...input, cursor: pageParam } : input),
    initialPageParam: '',
    getNextPageParam: (last) => (last as { next: string | null }).next ?? undefined,
    select: ({ pages }) => pages,
    placeholderData: keepPreviousData,
    meta: { topics },
  });
}
