// Keeps the newest schema as a small populated database in tests/old-databases/; run when a migration lands.
import { bundle } from './lib/build.mjs';
import { main, pinnedNode, root, show, toolEnv } from './lib/steps.mjs';

await main(async () => {
  const entry = await bundle('tests/old-databases/keep.ts', 'keep');
  const env = toolEnv();
  delete env.VITRINE_NATIVE_BINDING;
  return show(pinnedNode(), [entry], { cwd: root, env });
});
