import { join } from 'node:path';
import { fileURLToPath } from 'node:url';

/** Where the built entry of a thread lies; null where the sources run as they are, unbuilt (unit tests). */
export function builtFile(name: string): string | null {
  const here = fileURLToPath(import.meta.url);
  const built = here.lastIndexOf(`${join('out', 'main')}`);
  return built >= 0 ? join(here.slice(0, built), 'out', 'main', name) : null;
}
