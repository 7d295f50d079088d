import { registerHooks } from 'node:module';

const names = new Set(['electron', 'electron/main', 'electron/common']);

/** From here on `electron` is the double, for `import` and for `require`. */
export function resolveElectron(electron: unknown): void {
  Object.defineProperty(globalThis, Symbol.for('electron-host'), { value: electron });
  const url = new URL('./electron-module.ts', import.meta.url).href;
  registerHooks({
    resolve: (specifier, context, next) =>
      names.has(specifier)
        ? { url, format: 'module-typescript', shortCircuit: true }
        : next(specifier, context),
  });
}
