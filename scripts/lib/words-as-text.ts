// The words of all languages are most of what a start would read, and a person reads one language. In the built app they
// are therefore text until somebody asks for a language: scanning a text costs a tenth of compiling what it says.

import { type Plugin, runnerImport } from 'vite';

const WORDS = '/shared/words/index.ts';

/** A plugin for the builds of the window and of the main process. */
export function wordsAsText(): Plugin {
  return {
    name: 'words-as-text',
    async load(id) {
      if (!id.replaceAll('\\', '/').endsWith(WORDS)) return null;
      const { module, dependencies } = await runnerImport<{ words: object }>(id, {
        configFile: false,
        logLevel: 'warn',
      });
      for (const file of dependencies) this.addWatchFile(file);
      return asText(module.words);
    },
  };
}

function asText(words: object): string {
  const languages = Object.entries(words).map(([language, said]) => {
    const text = JSON.stringify(said);
    return `get ${JSON.stringify(language)}() { return said(${JSON.stringify(language)}, ${JSON.stringify(text)}); }`;
  });
  return `const read = {};
const said = (language, text) => (read[language] ??= JSON.parse(text));
export const words = { ${languages.join(',\n')} };
`;
}
