import type { Input, OperationName, Output } from '@shared/contract';
import type { Topic } from '@shared/contract/topics';
import { keepPreviousData, type Query, QueryClient, useMutation, useQuery } from '@tanstack/react-query';
import { type CallError, call } from './call';

/** The one cache. Offline is normal here, and a refused question is not asked again by itself. */
export const queryClient = new QueryClient({
  defaultOptions: {
    queries: {
      networkMode: 'always',
      retry: false,
      staleTime: Number.POSITIVE_INFINITY,
      // A day's customers must not pile up in memory; what is on the screen stays. Asking again takes milliseconds.
      gcTime: 20_000,
      refetchOnWindowFocus: false,
    },
    mutations: { networkMode: 'always', retry: false },
  },
});

interface AskOptions {
  readonly enabled?: boolean;
  /** Shows the previous answer while the next one comes: for lists that follow what is typed. */
  readonly keepPrevious?: boolean;
}

/** Asks a query and asks again whenever one of `topics` was touched. */
export function useAsk<N extends OperationName>(
  operation: N,
  input: Input<N>,
  topics: readonly Topic[],
  { enabled = true, keepPrevious = false }: AskOptions = {},
) {
  return useQuery<Output<N>, CallError>({
    queryKey: [operation, input],
    queryFn: () => call(operation, input),
    meta: { topics },
    enabled,
    ...(keepPrevious ? { placeholderData: keepPreviousData } : {}),
  });
}

/** Asks before the part that shows the answer is there; a refusal is left to that part, which asks again. */
export function askAhead<N extends OperationName>(
  operation: N,
  input: Input<N>,
  topics: readonly Topic[],
): void {
  void queryClient.prefetchQuery({
    queryKey: [operation, input],
    queryFn: () => call(operation, input),
    meta: { topics },
  });
}

/** A command or a short action, for a button or a form. What it touched is asked again by itself. */
export function useTell<N extends OperationName>(operation: N) {
  return useMutation<Output<N>, CallError, Input<N>>({ mutationFn: (input) => call(operation, input) });
}

/** Listens once for what main says has changed. */
export function followChanges(): void {
  window.vitrine.onChanged((topics) => {
    const isTouched = (query: Query) => {
      const watched = (query.meta?.topics ?? []) as readonly Topic[];
      return watched.some((topic) => topics.includes(topic));
    };
    for (const query of queryClient.getQueryCache().findAll({ predicate: isTouched }))
      if (query.state.data === undefined) askAgainWhenAnswered(query);
    void queryClient.invalidateQueries({ predicate: isTouched });
  });
}

/** The cache keeps a first answer that is still on its way, though it may have been read before the change. */
function askAgainWhenAnswered(query: Query): void {
  const again = () => queryClient.invalidateQueries({ queryKey: query.queryKey, exact: true });
  void query.promise?.then(again, () => {});
}
