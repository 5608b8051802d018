import { resolve } from 'node:path'
import { build } from 'vite'

const project = resolve(import.meta.dirname, '../..')

/** Where tests find the built threads of the board file; programs bundled for tests stand there too. */
export const threadsFolder = resolve(project, 'out/test')

/** Builds the threads once before the tests run: Node 20 does not run TypeScript. */
export async function setup() {
  await buildThreads(threadsFolder)
}

/**
 * Builds the threads of the board file into a folder.
 * @param {string} outDir
 */
export async function buildThreads(outDir) {
  const entry = (/** @type {string} */ name) => resolve(project, `electron/files/thread/${name}.ts`)
  await build({
    root: project,
    configFile: false,
    logLevel: 'error',
    build: {
      ssr: true,
      outDir,
      emptyOutDir: false,
      target: 'node20',
      rollupOptions: {
        input: {
          fileThread: entry('fileThread'),
          mergeThread: entry('mergeThread'),
          repairThread: entry('repairThread'),
        },
        output: { format: 'es', entryFileNames: '[name].js', chunkFileNames: 'threads-[hash].js' },
      },
    },
  })
}
