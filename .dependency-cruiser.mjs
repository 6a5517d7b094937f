// Who may import whom (docs/ARCHITECTURE.md), checked by `npm run imports`. There is no list of exemptions: a rule that
// is in the way is discussed and changed, not side-stepped. Unit tests beside the source may import anything.
//
// The sources are read with swc, because this TypeScript has no parser for other programs. Without it dependency-cruiser
// would read no source at all and find nothing wrong: hence the import, which fails loudly.

import '@swc/core';

const TEST = '\\.test\\.tsx?$';

/** Pure libraries that run anywhere, without DOM or Node. */
const PURE = [
  'zod',
  'opencc-js',
  'pinyin-pro',
  'to-jyutping',
  'cantonese-romanisation',
  'libphonenumber-js',
  'uuid',
];

/** A library as it is resolved, or as it is named when it is not. */
const library = (name) => `((^|/)node_modules/|^)${name}(/|$)`;

/** A package or a builtin, found or not: everything that is not a file of this project. */
const NOT_OURS = '^(?!main/|renderer/|shared/|tests/)';

const rule = (name, comment, from, to) => ({
  name,
  comment,
  severity: 'error',
  from: { ...from, pathNot: [TEST, ...[from.pathNot ?? []].flat()] },
  to,
});

export default {
  forbidden: [
    rule(
      'main-not-renderer',
      'The main process never imports a screen.',
      { path: '^main/' },
      { path: '^renderer/' },
    ),
    rule(
      'renderer-not-main',
      'A screen asks through the contract; it imports neither the main process nor what only that may have.',
      { path: '^renderer/' },
      { path: ['^main/', library('electron(-updater)?'), library('better-sqlite3')] },
    ),
    rule(
      'renderer-not-node',
      'A screen runs in a sandbox: there is no Node in it.',
      { path: '^renderer/' },
      { dependencyTypes: ['core'] },
    ),
    rule(
      'shared-only-shared',
      'Shared code runs in every process: it imports neither process.',
      { path: '^shared/' },
      { path: ['^main/', '^renderer/', '^tests/'] },
    ),
    rule(
      'shared-only-pure-libraries',
      `Shared code imports pure libraries only: ${PURE.join(', ')}.`,
      { path: '^shared/' },
      { path: NOT_OURS, pathNot: [library(`(${PURE.join('|')})`)] },
    ),
    rule(
      'domain-not-contract',
      'Rules of the domain do not know how they are asked for.',
      { path: '^shared/domain/' },
      { path: '^shared/contract/' },
    ),
    rule(
      'kernel-knows-no-feature',
      'The kernel knows no feature and no window.',
      { path: '^main/kernel/' },
      { path: ['^main/features/', '^main/app/'] },
    ),
    rule(
      'electron-only-in-app-and-devices',
      'Only the wiring and the devices touch Electron (and the preload, which is its door).',
      { path: '^(main|shared)/', pathNot: ['^main/app/', '^main/devices/', '^main/preload\\.ts$'] },
      { path: library('electron(-updater)?') },
    ),
    rule(
      'feature-through-sql-only',
      "A feature reaches another feature's tables through that feature's .sql.ts, and nothing else of it.",
      { path: '^main/features/([^/]+)/' },
      { path: '^main/features/[^/]+/', pathNot: ['^main/features/$1/', '\\.sql\\.ts$'] },
    ),
    rule(
      'feature-not-app',
      'A feature is wired by the app; it does not know it.',
      { path: '^main/features/' },
      { path: '^main/app/' },
    ),
    rule(
      'screens-not-each-other',
      'No feature of the renderer imports another: what several need is in ui/ or lib/.',
      { path: '^renderer/features/([^/]+)/' },
      { path: '^renderer/features/[^/]+/', pathNot: ['^renderer/features/$1/'] },
    ),
    rule(
      'screens-not-app',
      'Features are put together by the app; they do not import it.',
      { path: '^renderer/features/' },
      { path: '^renderer/app/' },
    ),
    rule(
      'ui-and-lib-below-features',
      'What several features use knows none of them.',
      { path: '^renderer/(ui|lib)/' },
      { path: '^renderer/(features|app)/' },
    ),
    rule(
      'source-not-tests',
      'The app does not import its tests.',
      { path: '^(main|renderer|shared)/' },
      { path: '^tests/' },
    ),
    rule('no-cycles', 'Two files that need each other are one file, or three.', {}, { circular: true }),
    rule('everything-resolves', 'An import that leads nowhere.', {}, { couldNotResolve: true }),
  ],
  options: {
    parser: 'swc',
    combinedDependencies: true,
    doNotFollow: { path: '(^|/)node_modules/' },
    exclude: { path: '^(out|dist|node_modules/\\.cache)/' },
    webpackConfig: { fileName: 'scripts/lib/aliases.cjs' },
    enhancedResolveOptions: { exportsFields: ['exports'] },
  },
};
