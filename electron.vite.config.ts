import { resolve } from 'node:path'
import react from '@vitejs/plugin-react'
import { defineConfig } from 'electron-vite'

const here = import.meta.dirname
const at = (path: string) => resolve(here, path)

/** Leaves the older copy of each font out of the app: whatever runs here reads woff2. */
const leanFonts = {
  postcssPlugin: 'lean-fonts',
  Declaration: {
    src(declaration: { value: string }) {
      const kept = declaration.value.replace(/,\s*url\([^)]*\)\s*format\(["']woff["']\)/g, '')
      // Writing the same value again would begin another round.
      if (kept !== declaration.value) declaration.value = kept
    },
  },
}

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
    css: { postcss: { plugins: [leanFonts] } },
    build: {
      outDir: at('out/renderer'),
      // The page allows no font inside its styles.
      assetsInlineLimit: (file) => (file.endsWith('.woff2') ? false : undefined),
      emptyOutDir: true,
      target: 'chrome120',
      // Forty phones fetch it over one weak network, and each of them has to read it.
      minify: true,
      chunkSizeWarningLimit: 2_500,
      rollupOptions: { input: at('renderer/index.html') },
    },
  },
})
