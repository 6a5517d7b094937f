import { type KeyboardEvent, type RefObject, useEffect, useId, useMemo, useRef, useState } from 'react';
import { useCounter } from '../../lib/counter';
import { groupOptions, type Option } from './options';
import { useChoose } from './use-choose';
import { useScanner } from './use-scanner';
import { useSearch } from './use-search';

/** Nothing chosen: Enter does nothing. */
const NONE = -1;

/** What the field itself needs; the same for as long as the box is there, so that a letter does not draw the field anew. */
export interface FieldActions {
  readonly input: RefObject<HTMLInputElement | null>;
  type(text: string): void;
  open(): void;
  leave(): void;
  clear(): void;
  onKeyDown(event: KeyboardEvent<HTMLInputElement>): void;
}

/** The state of the box: what is typed, what answers it, which line is chosen, and what the keys do. */
export function useSearchBox() {
  const { staff } = useCounter();
  const choose = useChoose();
  const input = useRef<HTMLInputElement>(null);
  const listId = useId();
  const [text, setText] = useState('');
  const [isOpen, setOpen] = useState(false);
  // Null until a key moved it: then the first line, so that Enter opens it.
  const [moved, setMoved] = useState<number | null>(null);
  const { answer, ask } = useSearch(text, isOpen);
  const isAnswered = answer.text.trim() === '' ? text.trim() === '' : answer.text === text;
  // The list changes once a key, with its answer: drawn at the key as well, it would be painted twice, the second time
  // only after the first.
  const groups = useMemo(
    () => groupOptions(answer.text, answer.results, staff.role),
    [answer.text, answer.results, staff.role],
  );
  const options = useMemo(() => groups.flatMap((group) => group.options), [groups]);
  const first = answer.text.trim() === '' ? NONE : 0;
  const active = Math.min(moved ?? first, options.length - 1);
  const isWaiting = useRef(false);
  // Opened by a letter, it waits for the answer to it: whom one saw last would only flash up.
  const wasShown = useRef(false);
  const isShown = isOpen && (wasShown.current || isAnswered || answer.text.trim() !== '');
  useEffect(() => {
    wasShown.current = isShown;
  }, [isShown]);

  /** The field keeps its text itself; this is for what was not typed into it. */
  const write = (next: string) => {
    if (input.current) input.current.value = next;
    setText(next);
  };
  const close = () => {
    write('');
    setMoved(null);
    setOpen(false);
    isWaiting.current = false;
  };
  const pick = (option: Option) => {
    close();
    input.current?.blur();
    choose(option);
  };
  const type = (next: string) => {
    ask(next);
    setText(next);
    setMoved(null);
    setOpen(true);
    isWaiting.current = false;
  };
  const call = () => {
    input.current?.focus();
    input.current?.select();
    setOpen(true);
  };
  useScanner((code) => {
    input.current?.focus();
    write(code);
    type(code);
    isWaiting.current = true;
  }, call);

  // Enter was pressed before the answer was there, as a scanner does.
  useEffect(() => {
    if (!isWaiting.current || !isAnswered) return;
    isWaiting.current = false;
    const [option] = options;
    // Of several that bear the very number, one would be opened by chance: somebody chooses.
    const bearers = options.filter((one) => one.type === 'result' && one.result.isExact);
    if (option && option.type !== 'new' && bearers.length < 2) pick(option);
  });
  useEffect(() => input.current?.focus(), []);

  const onKeyDown = (event: KeyboardEvent<HTMLInputElement>) => {
    // A Chinese input method is choosing characters: its keys are its own.
    if (event.nativeEvent.isComposing) return;
    // The key that leads to the box, pressed where it leads to.
    if (event.key === '/' && text === '') {
      event.preventDefault();
      return;
    }
    const step = stepOf(event.key, active, options.length, moved !== null);
    if (step !== null) {
      event.preventDefault();
      setOpen(true);
      setMoved(step);
    } else if (event.key === 'Enter') {
      const option = options[active];
      if (text.trim() !== '' && !isAnswered) isWaiting.current = true;
      else if (isOpen && option) pick(option);
    } else if (event.key === 'Escape') {
      if (text === '') input.current?.blur();
      close();
    }
  };
  const clear = () => {
    write('');
    type('');
    input.current?.focus();
  };
  const latest = useRef({ type, clear, onKeyDown });
  latest.current = { type, clear, onKeyDown };
  const field = useMemo<FieldActions>(
    () => ({
      input,
      type: (next) => latest.current.type(next),
      open: () => setOpen(true),
      leave: () => setOpen(false),
      clear: () => latest.current.clear(),
      onKeyDown: (event) => latest.current.onKeyDown(event),
    }),
    [],
  );
  return { field, listId, text, isOpen, isShown, groups, options, active, answer, isAnswered, pick };
}

export type SearchBoxState = ReturnType<typeof useSearchBox>;

/** Where a key moves the choice, or null where it is not one that moves it. Home and End belong to the text until then. */
function stepOf(key: string, active: number, count: number, hasMoved: boolean): number | null {
  if (count === 0) return null;
  if (key === 'ArrowDown') return (active + 1) % count;
  if (key === 'ArrowUp') return active <= 0 ? count - 1 : active - 1;
  if (key === 'Home' && hasMoved) return 0;
  if (key === 'End' && hasMoved) return count - 1;
  return null;
}
