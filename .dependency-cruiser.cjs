/** Who may import whom. @type {import('dependency-cruiser').IConfiguration} */
module.exports = {
  forbidden: [
    {
      name: 'no-circles',
      severity: 'error',
      comment: 'Two files that need each other are one file, or three.',
      from: {},
      to: { circular: true },
    },
    {
      name: 'shared-imports-nothing-of-ours',
      severity: 'error',
      from: { path: '^src/shared' },
      to: { path: '^(src|test)/', pathNot: '^src/shared' },
    },
    {
      name: 'shared-runs-everywhere',
      severity: 'error',
      comment: 'Neither Node nor Electron: the renderer runs it too.',
      from: { path: '^src/shared' },
      to: { dependencyTypes: ['core'] },
    },
    {
      name: 'renderer-and-preload-see-only-shared',
      severity: 'error',
      from: { path: '^src/(renderer|preload)' },
      to: { path: '^(src|test)/', pathNot: '^src/(shared|$1)' },
    },
    {
      name: 'renderer-has-no-node',
      severity: 'error',
      from: { path: '^src/renderer' },
      to: { dependencyTypes: ['core'] },
    },
    {
      name: 'source-never-imports-tests',
      severity: 'error',
      from: { path: '^src' },
      to: { path: '^(test|scripts)/' },
    },
    {
      name: 'pcvisit-knows-nobody',
      severity: 'error',
      from: { path: '^src/main/pcvisit' },
      to: { path: '^src/main/', pathNot: '^src/main/pcvisit' },
    },
    {
      name: 'account-knows-nobody',
      severity: 'error',
      from: { path: '^src/main/account' },
      to: { path: '^src/main/', pathNot: '^src/main/(account|log)' },
    },
    {
      name: 'history-knows-nobody',
      severity: 'error',
      comment: 'But sync asks pcvisit, and what it brings is typed there.',
      from: { path: '^src/main/history', pathNot: '^src/main/history/sync' },
      to: { path: '^src/main/', pathNot: '^src/main/(history|log|pcvisit/types)' },
    },
    {
      name: 'sync-knows-pcvisit-alone',
      severity: 'error',
      from: { path: '^src/main/history/sync' },
      to: { path: '^src/main/', pathNot: '^src/main/(history|pcvisit|log)' },
    },
    {
      name: 'desktop-knows-no-pcvisit',
      severity: 'error',
      from: { path: '^src/main/desktop' },
      to: { path: '^src/main/', pathNot: '^src/main/(desktop|log)' },
    },
    {
      name: 'only-the-root-knows-everybody',
      severity: 'error',
      from: { path: '^src/main/[^/]+/' },
      to: { path: '^src/main/[^/]+\\.ts$', pathNot: '^src/main/log' },
    },
    {
      name: 'electron-stays-at-the-edge',
      severity: 'error',
      comment: 'What can run without Electron is tested without it.',
      from: { path: '^src/main/(pcvisit|history|account)' },
      to: { path: 'node_modules/electron/', dependencyTypesNot: ['type-only'] },
    },
  ],
  options: {
    doNotFollow: { path: 'node_modules' },
    exclude: { path: '(^|/)(out|dist|fixtures)/' },
    tsPreCompilationDeps: true,
    tsConfig: { fileName: 'tsconfig.node.json' },
    enhancedResolveOptions: {
      extensions: ['.ts', '.vue', '.js', '.mjs', '.cjs', '.json'],
      exportsFields: ['exports'],
      conditionNames: ['import', 'node', 'default', 'types'],
    },
  },
};
