import { createRouter, type Router, type RouterHistory } from 'vue-router';
import ClientsView from './views/clients-view.vue';
import ExportsView from './views/exports-view.vue';
import HistoryView from './views/history-view.vue';
import SettingsView from './views/settings-view.vue';
import TodayView from './views/today-view.vue';

export function createPages(history: RouterHistory): Router {
  return createRouter({
    history,
    routes: [
      { path: '/', name: 'today', component: TodayView },
      { path: '/history', name: 'history', component: HistoryView },
      { path: '/clients', name: 'clients', component: ClientsView },
      { path: '/exports', name: 'exports', component: ExportsView },
      { path: '/settings', name: 'settings', component: SettingsView },
      // Drawn by the app itself, without the rail; see `app.vue`.
      { path: '/sign-in', name: 'sign-in', component: { render: () => null } },
      { path: '/:unknown(.*)', redirect: '/' },
    ],
  });
}
