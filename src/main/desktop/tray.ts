import type { TrayPresence } from './tray-presence.ts';
import type { TrayState } from './tray-state.ts';
import type { TrayView } from './tray-view.ts';

export interface TrayDeps {
  readonly view: TrayView;
  readonly presence: TrayPresence;
  readonly report: (message: string, error?: unknown) => void;
}

export interface TrayHandle {
  /**
   * Whether a person can reach the app through the tray. False until that is certain: as long as
   * it is, the window must not go away.
   */
  present(): boolean;
  /** Shows a state, at once or as soon as there is a tray. */
  update(state: TrayState): void;
  destroy(): void;
}

/** Puts the icon in the tray as soon as there is one. That there is none is no error. */
export function createTray({ view, presence, report }: TrayDeps): TrayHandle {
  let wanted: TrayState | null = null;
  let phase: 'waiting' | 'ready' | 'made' | 'over' = 'waiting';
  let panel = false;
  let present = false;

  const render = (): void => {
    if (wanted === null || phase === 'waiting' || phase === 'over') return;
    try {
      view.show(wanted);
    } catch (error) {
      phase = 'over';
      present = false;
      report('The tray icon could not be shown.', error);
      return;
    }
    if (phase === 'ready') {
      phase = 'made';
      void confirm();
    }
  };

  const confirm = async (): Promise<void> => {
    const shown = panel && (await presence.isShown());
    present = shown && phase === 'made';
    if (!shown) report('There is no tray here; the window stays.');
  };

  const begin = async (): Promise<void> => {
    panel = await presence.waitForPanel();
    if (phase === 'waiting') phase = 'ready';
    render();
  };

  void begin();
  return {
    present: () => present,
    update: (state) => {
      wanted = state;
      render();
    },
    destroy: () => {
      phase = 'over';
      present = false;
      view.destroy();
    },
  };
}
