import { createRouter, type Router, type RouterHistory } from 'vue-router';
import SettingsView from './views/settings-view.vue';
import TodayView from './views/today-view.vue';

export function createPages(history: RouterHistory): Router {
  return createRouter({
    history,
    routes: [
      { path: '/', name: 'today', component: TodayView },
      { path: '/settings', name: 'settings', component: SettingsView },
      // Drawn by the app itself, without the rail; see `app.vue`.
      { path: '/sign-in', name: 'sign-in', component: { render: () => null } },
      { path: '/:unknown(.*)', redirect: '/' },
    ],
  });
}
