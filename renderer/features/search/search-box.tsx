import { ActionIcon, Kbd, TextInput } from '@mantine/core';
import { IconSearch, IconX } from '@tabler/icons-react';
import { useWords } from '../../lib/i18n';
import { ResultList } from './result-list';
import classes from './search-box.module.css';
import { useSearchBox } from './use-search-box';

/**
 * The one box: names, digits, serials, receipts, products, scanned codes and commands. It has the focus after unlocking and
 * is reached from anywhere with / or Ctrl+K; Enter opens the first result.
 */
export function SearchBox() {
  const { t } = useWords();
  const box = useSearchBox();
  const { input, text, isOpen, active, options, listId } = box;
  const hasList = isOpen && options.length > 0;
  return (
    <search className={classes.box} aria-busy={isOpen && !box.isAnswered}>
      <TextInput
        ref={input}
        role="combobox"
        aria-label={t('search.label')}
        aria-expanded={hasList}
        aria-controls={hasList ? listId : undefined}
        aria-autocomplete="list"
        aria-activedescendant={hasList && options[active] ? `${listId}-${active}` : undefined}
        aria-keyshortcuts="/ Control+K"
        autoComplete="off"
        spellCheck={false}
        placeholder={t('search.placeholder')}
        leftSection={<IconSearch size={18} aria-hidden />}
        rightSection={
          text === '' ? (
            <Kbd size="xs" aria-hidden title={t('search.key')}>
              /
            </Kbd>
          ) : (
            <ActionIcon aria-label={t('search.clear')} size={40} onClick={box.clear} onMouseDown={keepFocus}>
              <IconX size={18} aria-hidden />
            </ActionIcon>
          )
        }
        value={text}
        onChange={(event) => box.type(event.currentTarget.value)}
        onClick={box.open}
        onBlur={box.leave}
        onKeyDown={box.onKeyDown}
      />
      {isOpen && <ResultList box={box} />}
      <output className={classes.status} aria-live="polite">
        {isOpen && box.answer.text !== '' && t('search.count', { count: box.answer.results.length })}
      </output>
    </search>
  );
}

/** A press on the list must not close it before the click arrives. */
const keepFocus = (event: { preventDefault(): void }) => event.preventDefault();
