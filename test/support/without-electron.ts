/**
 * Import it before anything that imports electron-store: outside of Electron the package `electron` is
 * the path of its binary, and looking for one that is not there would download it.
 */
process.env['ELECTRON_OVERRIDE_DIST_PATH'] ??= '/nowhere';
