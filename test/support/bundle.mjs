import { basename, resolve } from 'node:path'
import { build } from 'vite'

const project = resolve(import.meta.dirname, '../..')

/**
 * Bundles a TypeScript entry so that plain Node can run it as a process of its own, and returns the path
 * of the result. Node 20 does not run TypeScript.
 * @param {string} entry relative to the project
 * @returns {Promise<string>}
 */
export async function bundle(entry) {
  const name = basename(entry).replace(/\.[cm]?ts$/, '.mjs')
  const outDir = resolve(project, 'out/test')
  await build({
    root: project,
    configFile: false,
    logLevel: 'error',
    build: {
      ssr: resolve(project, entry),
      outDir,
      emptyOutDir: false,
      target: 'node20',
      rollupOptions: { output: { format: 'es', entryFileNames: name, codeSplitting: false } },
    },
  })
  return resolve(outDir, name)
}
