import { ArrowDown, ArrowUp, Play, Plus, Trash2 } from 'lucide-react'
import { type KeyboardEvent, useEffect, useRef } from 'react'
import { useTranslation } from 'react-i18next'
import { addLine, castLine, deleteLines, moveLine, writeLine } from '#shared/board/actions/scripts'
import type { Line } from '#shared/board/schema'
import { directionOf, languageName } from '#shared/language'
import { useSession } from '../../ui/hooks'
import { Button, IconButton } from '../../ui/kit/Button'
import type { Run } from './useRun'
import { nameIn, type WholeScript } from './useScript'

/**
 * The lines, each in both languages side by side. Control+Enter adds a line below, Alt with the up and
 * down arrows moves one.
 */
export function ScriptLines({ whole, run, canWrite }: { whole: WholeScript; run: Run; canWrite: boolean }) {
  const { t, i18n } = useTranslation()
  const { writer, undo } = useSession()
  const { script, lines, languages, cast } = whole
  const list = useRef<HTMLOListElement>(null)
  const wanted = useRef<string | null>(null)
  const present = run.isRunning ? run.place.present?.id : undefined

  useEffect(() => {
    if (wanted.current === null) return
    const field = list.current?.querySelector<HTMLElement>(`[data-line="${wanted.current}"] textarea`)
    if (field) {
      field.focus()
      wanted.current = null
    }
  })
  useEffect(() => {
    if (present) list.current?.querySelector(`[data-line="${present}"]`)?.scrollIntoView({ block: 'nearest' })
  }, [present])

  const add = (after: Line | undefined) => {
    undo.mark()
    const speakers = cast.map(({ id }) => id)
    const last = after?.character ?? null
    // In a scene of two the other one answers.
    const next = speakers[(speakers.indexOf(last ?? '') + 1) % Math.max(1, speakers.length)] ?? null
    wanted.current = addLine(writer, script.id, { character: next, kind: 'line' }, after?.id ?? null)
  }
  const move = (line: Line, by: -1 | 1) => {
    const at = lines.indexOf(line)
    const after = by === -1 ? lines[at - 2] : lines[at + 1]
    if (by === -1 ? at === 0 : at === lines.length - 1) return
    undo.mark()
    moveLine(writer, line, after?.id ?? null)
    wanted.current = line.id
  }
  const press = (line: Line) => (event: KeyboardEvent) => {
    if (event.key === 'Enter' && (event.ctrlKey || event.metaKey)) add(line)
    else if (event.altKey && event.key === 'ArrowUp') move(line, -1)
    else if (event.altKey && event.key === 'ArrowDown') move(line, 1)
    else return
    event.preventDefault()
  }

  return (
    <section className="script-lines">
      <h2>{t('rehearse.lines')}</h2>
      <div className="script-languages" aria-hidden="true">
        <span>{languageName(languages[0], i18n.language)}</span>
        <span>{languageName(languages[1], i18n.language)}</span>
      </div>
      <ol ref={list}>
        {lines.map((line, at) => (
          <li
            key={line.id}
            data-line={line.id}
            className={line.id === present ? 'script-line script-line-now' : 'script-line'}
            aria-current={line.id === present ? 'step' : undefined}
          >
            <div className="script-line-head">
              <span className="script-number">{at + 1}</span>
              <Speaker line={line} whole={whole} number={at + 1} canWrite={canWrite} />
              <LineTools
                number={at + 1}
                isFirst={at === 0}
                isLast={at === lines.length - 1}
                canWrite={canWrite}
                onMove={(by) => move(line, by)}
                onRemove={() => {
                  undo.mark()
                  deleteLines(writer, [line.id])
                }}
                onRun={() => run.start(line.id)}
              />
            </div>
            {(['text', 'translation'] as const).map((field, side) => (
              <textarea
                key={field}
                className="field-input script-words"
                rows={2}
                lang={languages[side]}
                dir={line[field] === '' ? directionOf(languages[side] ?? '') : 'auto'}
                aria-label={t('rehearse.lineIn', {
                  number: at + 1,
                  language: languageName(languages[side] ?? '', i18n.language),
                })}
                disabled={!canWrite}
                value={line[field]}
                onKeyDown={press(line)}
                onChange={(event) => writeLine(writer, line.id, field, event.target.value)}
              />
            ))}
          </li>
        ))}
      </ol>
      {canWrite && (
        <div>
          <Button icon={Plus} onClick={() => add(lines.at(-1))}>
            {t('rehearse.addLine')}
          </Button>
        </div>
      )}
    </section>
  )
}

function Speaker({
  line,
  whole: { cast, languages },
  number,
  canWrite,
}: {
  line: Line
  whole: WholeScript
  number: number
  canWrite: boolean
}) {
  const { t } = useTranslation()
  const { writer } = useSession()
  const value = line.kind === 'line' ? (line.character ?? '') : line.kind
  return (
    <select
      className="field-input script-speaker"
      aria-label={t('rehearse.who', { number })}
      disabled={!canWrite}
      value={value}
      onChange={({ target }) => {
        const isKind = target.value === 'action' || target.value === 'freeze'
        castLine(
          writer,
          line.id,
          isKind
            ? { kind: target.value as 'action' | 'freeze', character: null }
            : { kind: 'line', character: target.value || null },
        )
      }}
    >
      {line.kind === 'line' && !cast.some(({ id }) => id === line.character) && (
        <option value={line.character ?? ''}>{t('rehearse.nobody')}</option>
      )}
      {cast.map((character, at) => (
        <option key={character.id} value={character.id}>
          {nameIn(character, languages[0]) || t('rehearse.character', { number: at + 1 })}
        </option>
      ))}
      <option value="action">{t('rehearse.action')}</option>
      <option value="freeze">{t('rehearse.freezeLine')}</option>
    </select>
  )
}

function LineTools({
  number,
  isFirst,
  isLast,
  canWrite,
  onMove,
  onRemove,
  onRun,
}: {
  number: number
  isFirst: boolean
  isLast: boolean
  canWrite: boolean
  onMove: (by: -1 | 1) => void
  onRemove: () => void
  onRun: () => void
}) {
  const { t } = useTranslation()
  if (!canWrite) return null
  return (
    <div className="script-tools">
      <IconButton icon={Play} label={t('rehearse.runFrom', { number })} onClick={onRun} />
      <IconButton
        icon={ArrowUp}
        label={t('rehearse.moveUp', { number })}
        disabled={isFirst}
        onClick={() => onMove(-1)}
      />
      <IconButton
        icon={ArrowDown}
        label={t('rehearse.moveDown', { number })}
        disabled={isLast}
        onClick={() => onMove(1)}
      />
      <IconButton icon={Trash2} label={t('rehearse.removeLine', { number })} onClick={onRemove} />
    </div>
  )
}
