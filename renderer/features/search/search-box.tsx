import { ActionIcon, Kbd, TextInput } from '@mantine/core';
import { IconSearch, IconX } from '@tabler/icons-react';
import { memo } from 'react';
import { useWords } from '../../lib/i18n';
import { ResultList } from './result-list';
import classes from './search-box.module.css';
import { type FieldActions, useSearchBox } from './use-search-box';

/**
 * The one box: names, digits, serials, receipts, products, scanned codes and commands. It has the focus after unlocking and
 * is reached from anywhere with / or Ctrl+K; Enter opens the first result.
 */
export function SearchBox() {
  const { t } = useWords();
  const box = useSearchBox();
  const { text, isOpen, isShown, active, options, listId } = box;
  const hasList = isShown && options.length > 0;
  return (
    <search
      className={classes.box}
      data-empty={text === '' || undefined}
      aria-busy={isOpen && !box.isAnswered}
    >
      <Field
        actions={box.field}
        listId={hasList ? listId : undefined}
        activeId={hasList && options[active] ? `${listId}-${active}` : undefined}
      />
      {isShown && <ResultList box={box} />}
      <output className={classes.status} aria-live="polite">
        {isOpen && box.answer.text !== '' && t('search.count', { count: box.answer.results.length })}
      </output>
    </search>
  );
}

interface FieldProps {
  readonly actions: FieldActions;
  /** The list below, while there is one. */
  readonly listId: string | undefined;
  /** The line of it that Enter opens. */
  readonly activeId: string | undefined;
}

/**
 * Where it is typed. The browser keeps the text itself, so that a letter stands there without anything being drawn anew: what
 * is drawn for it is its answer.
 */
const Field = memo(function Field({ actions, listId, activeId }: FieldProps) {
  const { t } = useWords();
  return (
    <TextInput
      ref={actions.input}
      role="combobox"
      aria-label={t('search.label')}
      aria-expanded={listId !== undefined}
      aria-controls={listId}
      aria-autocomplete="list"
      aria-activedescendant={activeId}
      aria-keyshortcuts="/ Control+K"
      autoComplete="off"
      spellCheck={false}
      placeholder={t('search.placeholder')}
      leftSection={<IconSearch size={18} aria-hidden />}
      rightSection={
        <>
          <Kbd size="xs" className={classes.key} aria-hidden title={t('search.key')}>
            /
          </Kbd>
          <ActionIcon
            className={classes.clear}
            aria-label={t('search.clear')}
            size={40}
            onClick={actions.clear}
            onMouseDown={keepFocus}
          >
            <IconX size={18} aria-hidden />
          </ActionIcon>
        </>
      }
      defaultValue=""
      onChange={(event) => actions.type(event.currentTarget.value)}
      onClick={actions.open}
      onBlur={actions.leave}
      onKeyDown={actions.onKeyDown}
    />
  );
});

/** A press on the list must not close it before the click arrives. */
const keepFocus = (event: { preventDefault(): void }) => event.preventDefault();
