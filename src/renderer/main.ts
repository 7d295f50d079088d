import './styles/main.css';
import de from './locales/de.json';
import en from './locales/en.json';
import { start } from './start.ts';

const place = document.querySelector('#app');

if (place) {
  start(window.tagwerk, place).catch(() => {
    // Main does not answer: nothing can be asked, not even for the language.
    const { app } = navigator.language.startsWith('de') ? de : en;
    place.textContent = `${app.broken} ${app.brokenHint}`;
  });
}
