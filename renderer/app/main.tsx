import '@fontsource-variable/inter';
import '@mantine/core/styles.css';
import '@mantine/dates/styles.css';
import '@mantine/charts/styles.css';
import '@mantine/notifications/styles.css';
import './app.css';
import { asLanguage } from '@shared/domain/languages';
import { createRoot } from 'react-dom/client';
import { z } from 'zod';
import { followChanges } from '../lib/ask';
import { sayFieldsInWords } from '../lib/field-words';
import { startWords } from '../lib/i18n';
import { App } from './app';

// Compiled validators need `eval`, which the page's policy forbids.
z.config({ jitless: true });
startWords(asLanguage(systemLanguage()));
sayFieldsInWords();
followChanges();

const root = document.getElementById('root');
if (root) createRoot(root).render(<App />);

/** Before anybody has unlocked, the machine's own language. */
function systemLanguage(): string {
  const tag = navigator.language;
  if (/^zh-(CN|SG|Hans)/i.test(tag)) return 'zh-Hans';
  return /^zh/i.test(tag) ? 'zh-Hant' : 'en';
}
