export { compareChinese, displayName, formOfAddress, fullName, sortChinese } from './display';
export { foldText } from './fold';
export { parseName } from './parse';
export { titleWord } from './titles';
export type { NameLanguage, ParsedName, PersonNames, Title } from './types';
