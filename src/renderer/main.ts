import './styles/main.css';
import { createWordsPlugin } from './i18n.ts';
import { start } from './start.ts';

const place = document.querySelector('#app');

if (place) {
  start(window.tagwerk, place).catch(() => {
    // Main does not answer: nothing can be asked, not even for the language.
    const { t } = createWordsPlugin(navigator.language.startsWith('de') ? 'de' : 'en').global;
    place.textContent = `${t('app.broken')} ${t('app.brokenHint')}`;
  });
}
