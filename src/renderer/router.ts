import { createRouter, createWebHashHistory, type Router } from 'vue-router';
import SettingsView from './views/settings-view.vue';
import TodayView from './views/today-view.vue';

/** Pages live behind the `#`, so that reloading the window stays where it was. */
export function createPages(): Router {
  return createRouter({
    history: createWebHashHistory(),
    routes: [
      { path: '/', name: 'today', component: TodayView },
      { path: '/settings', name: 'settings', component: SettingsView },
      // Drawn by the app itself, without the rail; see `app.vue`.
      { path: '/sign-in', name: 'sign-in', component: { render: () => null } },
      { path: '/:unknown(.*)', redirect: '/' },
    ],
  });
}
