import { resolve } from 'node:path'
import react from '@vitejs/plugin-react'
import { defineConfig } from 'electron-vite'

const here = import.meta.dirname
const at = (path: string) => resolve(here, path)

export default defineConfig({
  main: {
    build: {
      outDir: 'out/main',
      target: 'node20',
      rollupOptions: {
        input: {
          main: at('electron/main.ts'),
          hub: at('electron/hub/process.ts'),
          reader: at('electron/reader/process.ts'),
          cli: at('electron/cli.ts'),
          fileThread: at('electron/files/thread/fileThread.ts'),
          mergeThread: at('electron/files/thread/mergeThread.ts'),
          repairThread: at('electron/files/thread/repairThread.ts'),
        },
        output: { format: 'es', entryFileNames: '[name].js' },
      },
    },
  },
  preload: {
    build: {
      outDir: 'out/preload',
      target: 'node20',
      // A sandboxed preload cannot require packages and must be CommonJS.
      externalizeDeps: false,
      rollupOptions: {
        input: { preload: at('electron/preload.ts') },
        output: { format: 'cjs', entryFileNames: '[name].cjs' },
      },
    },
  },
  renderer: {
    root: at('renderer'),
    base: './',
    plugins: [react()],
    build: {
      outDir: at('out/renderer'),
      emptyOutDir: true,
      target: 'chrome120',
      rollupOptions: { input: at('renderer/index.html') },
    },
  },
})
