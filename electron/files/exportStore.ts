import { z } from 'zod'
import type { Result } from '#shared/failure'
import type { OpenDatabase } from './openDatabase'
import { type ExportRow, readExport, writeExport } from './rows'

/** The copies that left: what was exported from one board, and when. */
export interface ExportStore {
  /** The newest first. */
  list(): Result<readonly ExportRow[]>
  note(made: number, about: unknown): Result<void>
  /** Takes the copies of these names from the list: they are gone. */
  forget(names: readonly string[]): Result<void>
}

const named = z.object({ name: z.string() })

export function exportStore({ codec, read, write }: OpenDatabase): ExportStore {
  return {
    list: () =>
      read((database) =>
        database
          .all('SELECT * FROM exports ORDER BY id DESC')
          .flatMap((row) => readExport(row, codec()) ?? []),
      ),
    forget: (names) =>
      write((database) => {
        for (const row of database.all('SELECT * FROM exports')) {
          const copy = named.safeParse(readExport(row, codec())?.about)
          if (copy.success && names.includes(copy.data.name))
            database.run('DELETE FROM exports WHERE id = ?', [row.id as number])
        }
      }),
    note: (made, about) =>
      write((database) => {
        const last = database.get('SELECT max(id) AS id FROM exports')?.id
        writeExport(database, codec(), { id: (typeof last === 'number' ? last : 0) + 1, made, about })
      }),
  }
}
