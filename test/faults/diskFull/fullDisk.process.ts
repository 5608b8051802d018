import { mkdirSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { seeded } from '../../support/randomness'
import type { Found } from '../runApart'
import { editOnFullDisk } from './editing'
import { openOnFullDisk } from './opening'
import { pretendedDisk, realDisk } from './smallDisk'

/** Fills a disk again and again while a real hub works on it; prints what it found as JSON. */
const [, , folder = '', seed = '1', length = '', may = ''] = process.argv
const isReal = may === 'mayMount'
const control = join(tmpdir(), `ground-full-${process.pid}`)
const aside = `${folder}-aside`
mkdirSync(aside)
const problems: string[] = []
const place = {
  folder,
  aside,
  disk: isReal ? realDisk(folder) : pretendedDisk(control),
  random: seeded(Number(seed)),
  isQuick: length === 'quick',
  program: (name: string) => join(import.meta.dirname, `${name}.js`),
  hubOptions: isReal
    ? {}
    : {
        preloads: [join(import.meta.dirname, 'fullDisk.preload.js')],
        env: { GROUND_FOLDER: folder, GROUND_FULL: control },
      },
  problem: (sentence: string) => void problems.push(sentence),
}
export type Place = typeof place

const edited = await editOnFullDisk(place)
const opened = await openOnFullDisk(place)
place.disk.free()
const disk = isReal ? 'real' : 'pretended, since nothing may be mounted here'
console.log(JSON.stringify({ figures: { disk, ...edited, ...opened }, problems } satisfies Found))
process.exit(0)
