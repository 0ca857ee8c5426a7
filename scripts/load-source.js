// For scripts that need a module of src/, which Node 20 cannot read as it is.
import { mkdtempSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { rolldown } from 'rolldown';

const root = fileURLToPath(new URL('..', import.meta.url));

/**
 * @param {string} path of the module, below src/
 * @returns {Promise<any>} what it exports
 */
export async function loadSource(path) {
  // Inside the project, where it finds what it imports.
  const folder = mkdtempSync(join(root, 'node_modules/.load-source-'));
  try {
    const build = await rolldown({
      input: { module: join(root, 'src', path) },
      platform: 'node',
      // Its warnings are for those who ship what it makes.
      logLevel: 'silent',
      external: (id) => !/^[./]/.test(id),
    });
    await build.write({ dir: folder, format: 'esm' });
    await build.close();
    return await import(join(folder, 'module.js'));
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}
