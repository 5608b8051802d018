import { readdir, readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { failed, type Result } from '#shared/failure'
import type { Template } from '#shared/ipc/contract'
import { drawTemplate } from '#shared/templates/picture'
import { parseWorkshop, type Workshop } from '#shared/templates/workshop'
import type { Log } from './log'

/** Walls to begin with: a folder for each, and in it one for each language. */
export interface Templates {
  /** In the language of the interface; a template that is not there in it comes in English. */
  list(language: string): Promise<Template[]>
  /** The folder of a template that was listed; undefined for any other name. */
  folderOf(name: string, language: string): Promise<string | undefined>
}

/** The templates in the folder `root`. */
export function createTemplates(root: string, log: Log): Templates {
  const read = async (
    name: string,
    language: string,
  ): Promise<{ folder: string; template: Template } | null> => {
    const folder = join(root, name, language)
    const text = await readFile(join(folder, 'workshop.json'), 'utf8').catch(() => null)
    if (text === null) return language === 'en' ? null : read(name, 'en')
    const workshop = parseText(text)
    if (!workshop.ok) {
      log.failure(`the template ${name}`, workshop.failure)
      return null
    }
    const { title, about } = workshop.value
    return { folder, template: { name, title, about, picture: drawTemplate(workshop.value) } }
  }
  const all = async (language: string) => {
    const names = await readdir(root).catch(() => [])
    const found = await Promise.all(names.sort().map((name) => read(name, language)))
    return found.filter((each) => each !== null)
  }
  return {
    list: async (language) => (await all(language)).map(({ template }) => template),
    folderOf: async (name, language) =>
      (await all(language)).find(({ template }) => template.name === name)?.folder,
  }
}

function parseText(text: string): Result<Workshop> {
  try {
    return parseWorkshop(JSON.parse(text))
  } catch (cause) {
    return failed('notADocument', String(cause))
  }
}
