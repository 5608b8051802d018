import { useMemo } from 'react'
import type { Character, Line, Script } from '#shared/board/schema'
import { useRecord, useRecords } from '../../ui/hooks'

export interface WholeScript {
  readonly script: Script
  readonly cast: readonly Character[]
  readonly lines: readonly Line[]
  /** The language of the lines, and of the words beside them. */
  readonly languages: readonly [string, string]
}

/** A script with its cast and lines, in order; undefined when there is none. */
export function useScript(id: string | null): WholeScript | undefined {
  const script = useRecord('scripts', id)
  const characters = useRecords('characters')
  const lines = useRecords('lines')
  return useMemo(() => {
    if (!script) return undefined
    return {
      script,
      cast: characters.filter((character) => character.script === script.id),
      lines: lines.filter((line) => line.script === script.id),
      languages: [script.languages[0] ?? 'en', script.languages[1] ?? 'ar'],
    }
  }, [script, characters, lines])
}

/** A character's name in a language; in another one when it has none there. */
export function nameIn(character: Character | undefined, language: string): string {
  if (!character) return ''
  return character.name[language] || Object.values(character.name).find((name) => name !== '') || ''
}
