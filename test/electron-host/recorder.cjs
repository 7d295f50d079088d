/**
 * Sees what an app tells the desktop, where Electron itself cannot be asked: what a tray shows, which
 * links were opened, which notifications came. Loaded before the app (`-r recorder.cjs`), it works the
 * same on Electron and on the host; nothing reaches the real desktop but the tray itself.
 */
const electron = require('electron');

const { app, dialog, globalShortcut, nativeImage, shell, Notification, Tray } = electron;
const paths = new WeakMap();
const trays = new Map();
const record = {
  trays,
  /** Files that images were made of, in order. */
  images: [],
  links: [],
  files: [],
  notifications: [],
  dialogs: [],
  answers: [],
  loginItems: [],
  shortcuts: new Map(),
};
Object.defineProperty(globalThis, Symbol.for('electron-recorder'), { value: record });

function replace(object, name, make) {
  const original = object[name];
  Object.defineProperty(object, name, {
    value: make(original),
    writable: true,
    configurable: true,
  });
}

replace(nativeImage, 'createFromPath', (original) => (path) => {
  const image = original.call(nativeImage, path);
  paths.set(image, path);
  record.images.push(path);
  return image;
});

function noted(tray) {
  const known = trays.get(tray) ?? { image: null, toolTip: '', title: '', menu: null };
  trays.set(tray, known);
  return known;
}

const trayMethods = {
  setImage: (image) => ({ image: typeof image === 'string' ? image : (paths.get(image) ?? null) }),
  setToolTip: (toolTip) => ({ toolTip }),
  setTitle: (title) => ({ title }),
  setContextMenu: (menu) => ({ menu }),
};
for (const [name, what] of Object.entries(trayMethods)) {
  replace(
    Tray.prototype,
    name,
    (original) =>
      function (...args) {
        const result = original.apply(this, args);
        Object.assign(noted(this), what(...args));
        return result;
      },
  );
}
replace(
  Tray.prototype,
  'destroy',
  (original) =>
    function () {
      trays.delete(this);
      return original.call(this);
    },
);

replace(shell, 'openExternal', () => async (url) => void record.links.push(url));
replace(shell, 'openPath', () => async (path) => (record.files.push(path), ''));
replace(shell, 'showItemInFolder', () => (path) => void record.files.push(path));

replace(
  Notification.prototype,
  'show',
  () =>
    function () {
      record.notifications.push(this);
      this.emit('show', {});
    },
);

for (const name of ['showMessageBox', 'showOpenDialog', 'showSaveDialog']) {
  replace(
    dialog,
    name,
    () =>
      async (...args) =>
        answer(name, args),
  );
}
for (const name of ['showMessageBoxSync', 'showOpenDialogSync', 'showSaveDialogSync']) {
  replace(
    dialog,
    name,
    () =>
      (...args) =>
        answer(name, args),
  );
}
replace(dialog, 'showErrorBox', () => (title, content) => {
  record.dialogs.push({ name: 'showErrorBox', options: { title, content } });
});

function answer(name, args) {
  record.dialogs.push({ name, options: args.at(-1) });
  if (record.answers.length === 0) throw new Error(`an unanswered dialog: electron.dialog.${name}`);
  return record.answers.shift();
}

replace(app, 'setLoginItemSettings', () => (settings) => void record.loginItems.push(settings));
replace(app, 'getLoginItemSettings', () => () => {
  const openAtLogin = record.loginItems.at(-1)?.openAtLogin ?? false;
  return {
    openAtLogin,
    wasOpenedAtLogin: false,
    executableWillLaunchAtLogin: openAtLogin,
    status: openAtLogin ? 'enabled' : 'not-registered',
    launchItems: [],
  };
});

replace(globalShortcut, 'register', () => (accelerator, callback) => {
  if (record.shortcuts.has(accelerator)) return false;
  record.shortcuts.set(accelerator, callback);
  return true;
});
replace(globalShortcut, 'isRegistered', () => (each) => record.shortcuts.has(each));
replace(globalShortcut, 'unregister', () => (each) => void record.shortcuts.delete(each));
replace(globalShortcut, 'unregisterAll', () => () => record.shortcuts.clear());
