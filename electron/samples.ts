import { readdir, readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { z } from 'zod'

interface Sample {
  readonly folder: string
  readonly title: string
  readonly place: string
}

const sampleHead = z.object({ title: z.string(), place: z.string() })

/** The sample workshop among the folders of `samples`. */
export async function findSample(samples: string): Promise<Sample | null> {
  const names = await readdir(samples).catch(() => [])
  for (const name of names.sort()) {
    const folder = join(samples, name)
    const text = await readFile(join(folder, 'workshop.json'), 'utf8').catch(() => null)
    if (text === null) continue
    const head = sampleHead.safeParse(JSON.parse(text))
    if (head.success) return { folder, ...head.data }
  }
  return null
}
