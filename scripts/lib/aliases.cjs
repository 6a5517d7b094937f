// The path aliases of the tsconfigs, in the form dependency-cruiser reads (a webpack configuration).

const { join } = require('node:path');

const root = join(__dirname, '..', '..');

module.exports = {
  resolve: {
    alias: {
      '@shared': join(root, 'shared'),
      '@main': join(root, 'main'),
      '@renderer': join(root, 'renderer'),
      '@tests': join(root, 'tests'),
    },
    extensions: ['.ts', '.tsx', '.mjs', '.cjs', '.js', '.json', '.css'],
    conditionNames: ['import', 'require', 'node', 'default', 'types'],
    mainFields: ['module', 'main', 'types'],
  },
};
