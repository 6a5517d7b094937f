import { useWords } from '../../lib/i18n';

/** The category's name in the screen's language; a category of the shop's own as it was typed. */
export function useCategoryWords(): (category: string) => string {
  const { t } = useWords();
  return (category) => t(`products.categories.${category as 'watch'}`, { defaultValue: category });
}
