import { readdirSync, rmSync } from 'node:fs'
import { resolve } from 'node:path'
import { pathToFileURL } from 'node:url'
import { build } from 'vite'

const folder = import.meta.dirname
const project = resolve(folder, '../..')
const built = resolve(project, 'out/bench')
const known = readdirSync(folder)
  .filter((file) => file.endsWith('.bench.ts'))
  .map((file) => file.slice(0, -'.bench.ts'.length))
const processes = readdirSync(folder)
  .filter((file) => file.endsWith('.process.ts'))
  .map((file) => file.slice(0, -'.ts'.length))
const wanted = process.argv.slice(2)
const isJson = wanted.includes('--json')
const isFull = wanted.includes('--full')
const names = wanted.filter((word) => !word.startsWith('--'))
const strange = [
  ...names.filter((name) => !known.includes(name)),
  ...wanted.filter((word) => word.startsWith('--') && !['--json', '--full'].includes(word)),
]
if (strange.length > 0) {
  console.error(`There is no benchmark ${strange.join(', ')}. Known: ${known.join(', ')}; --json, --full.`)
  process.exit(2)
}

await build({
  root: project,
  configFile: false,
  logLevel: 'error',
  build: {
    ssr: true,
    target: 'node20',
    outDir: built,
    emptyOutDir: true,
    rollupOptions: {
      input: Object.fromEntries([
        ['fileThread', resolve(project, 'electron/files/thread/fileThread.ts')],
        ['mergeThread', resolve(project, 'electron/files/thread/mergeThread.ts')],
        ...known.map((name) => [name, resolve(folder, `${name}.bench.ts`)]),
        ...processes.map((name) => [name, resolve(folder, `${name}.ts`)]),
      ]),
      output: { entryFileNames: '[name].js' },
    },
  },
})

/** @param {number} value */
const shown = (value) => (Math.abs(value) >= 1000 ? String(Math.round(value)) : value.toPrecision(3))

/** @param {import('./benchmark').Figure} figure */
const row = ({ name, n, value, unit }) =>
  `  ${name.padEnd(38)} ${String(n).padStart(8)}  ${shown(value).padStart(10)} ${unit}`

try {
  for (const name of names.length > 0 ? names : known) {
    if (!isJson) console.log(`\n${name.padEnd(40)} ${'n'.padStart(8)}  ${'value'.padStart(10)} unit`)
    /** @type {{ bench: import('./benchmark').Benchmark }} */
    const { bench } = await import(pathToFileURL(resolve(built, `${name}.js`)).href)
    await bench.run({
      full: isFull,
      threadsFolder: built,
      report: (figure) => console.log(isJson ? JSON.stringify(figure) : row(figure)),
      tell: (text) => isJson || console.log(text),
    })
  }
} finally {
  rmSync(built, { recursive: true, force: true })
}
